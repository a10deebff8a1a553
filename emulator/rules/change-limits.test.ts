import { expect, test } from 'vitest';
import { changesWithin } from './change-limits';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 0, 31);

test('a change counts until exactly as many days have passed', () => {
  const at = (createdMs: number) => changesWithin([{ createdMs }], 30, now);
  expect(at(now)).toBe(1);
  expect(at(now - 30 * dayMs + 1)).toBe(1);
  expect(at(now - 30 * dayMs)).toBe(0);
});
