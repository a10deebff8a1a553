import { expect, test } from 'vitest';
import { z } from 'zod';
import { timeOrderedId } from './time-ordered-id';

test('an id is a UUID of version 7, different each time, and begins with the time', () => {
  const before = Date.now();
  const ids = Array.from({ length: 1000 }, timeOrderedId);
  for (const id of ids) {
    expect(z.uuidv7().safeParse(id).success).toBe(true);
    const time = Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  }
  expect(new Set(ids).size).toBe(1000);
});
