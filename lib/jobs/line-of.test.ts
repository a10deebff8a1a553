import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { lineOf } from './line-of';

test('a text always has the same line, and many texts fill all lines alike', () => {
  expect(lineOf('transfer:1', 64)).toBe(lineOf('transfer:1', 64));
  const counts = Array.from({ length: 64 }, () => 0);
  for (let text = 0; text < 64_000; text += 1) {
    const line = lineOf(randomUUID(), 64);
    counts[line] = (counts[line] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(800);
  expect(Math.max(...counts)).toBeLessThan(1_200);
});
