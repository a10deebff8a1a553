import { expect, test } from 'vitest';
import { newCorrelationId } from './correlation-id';

test('a reference is eight letters and digits that nobody confuses', () => {
  for (let made = 0; made < 1000; made += 1) {
    expect(newCorrelationId()).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
  }
});

test('ten thousand references are all different', () => {
  const made = Array.from({ length: 10_000 }, newCorrelationId);
  expect(new Set(made).size).toBe(made.length);
});
