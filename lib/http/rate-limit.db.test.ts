import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { isLimitReached, isWithinLimit } from './rate-limit';

const limit = { count: 5, minutes: 60 };

test('of many attempts at the same moment, only as many as allowed are within the limit', async () => {
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 24 }, () => isWithinLimit(key, limit)));
  expect(answers.filter(Boolean)).toHaveLength(5);
});

test('one key does not use up the limit of another', async () => {
  const key = randomUUID();
  for (let used = 0; used < 5; used += 1) await isWithinLimit(key, limit);
  expect(await isWithinLimit(key, limit)).toBe(false);
  expect(await isWithinLimit(randomUUID(), limit)).toBe(true);
});

test('with the next stretch of time the count begins anew', async () => {
  const key = randomUUID();
  for (let used = 0; used < 9; used += 1) await isWithinLimit(key, limit);
  await db().$executeRaw`
    UPDATE rate_limits SET window_start = window_start - interval '1 hour' WHERE key = ${key}`;
  expect(await isWithinLimit(key, limit)).toBe(true);
});

test('whether a limit is reached can be asked without using it up', async () => {
  const key = randomUUID();
  for (let used = 0; used < 5; used += 1) {
    expect(await isLimitReached(key, limit)).toBe(false);
    expect(await isWithinLimit(key, limit)).toBe(true);
  }
  expect(await isLimitReached(key, limit)).toBe(true);
  expect(await isLimitReached(randomUUID(), limit)).toBe(false);
  await db().$executeRaw`
    UPDATE rate_limits SET window_start = window_start - interval '1 hour' WHERE key = ${key}`;
  expect(await isLimitReached(key, limit)).toBe(false);
});
