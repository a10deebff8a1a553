import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { everyText } from '@/testing/every-text';
import { createPerson } from '@/testing/rows/people';
import { consumeRedirectState, createRedirectState } from './redirect-state';

test('a state comes back once, and tells what the trip was for', async () => {
  const { id } = await createPerson();
  for (const purpose of ['authorize', 'link_card'] as const) {
    const state = await createRedirectState(id, purpose);
    expect(await consumeRedirectState(id, state)).toBe(purpose);
    expect(await consumeRedirectState(id, state)).toBeNull();
  }
});

test('of sixteen redirects at once with one state, one is answered', async () => {
  const { id } = await createPerson();
  const state = await createRedirectState(id, 'authorize');
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => consumeRedirectState(id, state)),
  );
  expect(answers.filter((purpose) => purpose !== null)).toEqual(['authorize']);
});

test('a state belongs to the person who set out, and stays theirs when others try it', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const state = await createRedirectState(ann.id, 'authorize');
  expect(await consumeRedirectState(ben.id, state)).toBeNull();
  expect(await consumeRedirectState(ann.id, state)).toBe('authorize');
});

test('a state is good for fifteen minutes of database time', async () => {
  const { id } = await createPerson();
  const state = await createRedirectState(id, 'authorize');
  const [row] = await db().$queryRaw<{ minutes: number }[]>`
    SELECT extract(epoch FROM expires_at - clock_timestamp())::float / 60 AS minutes
    FROM redirect_states WHERE user_id = ${id}::uuid`;
  expect(row?.minutes).toBeGreaterThan(14);
  expect(row?.minutes).toBeLessThanOrEqual(15);
  await db().$executeRaw`
    UPDATE redirect_states SET expires_at = clock_timestamp() - interval '1 second' WHERE user_id = ${id}::uuid`;
  expect(await consumeRedirectState(id, state)).toBeNull();
});

test.each(['', 'invented', '\0', "' OR true --", '\ud800'])(
  'the state %j is nobody’s',
  async (state) => {
    const { id } = await createPerson();
    await createRedirectState(id, 'authorize');
    expect(await consumeRedirectState(id, state)).toBeNull();
  },
);

test('states are long, all different, and stored as hashes only', async () => {
  const { id } = await createPerson();
  const states = await Promise.all(
    Array.from({ length: 50 }, () => createRedirectState(id, 'authorize')),
  );
  expect(new Set(states).size).toBe(50);
  const text = await everyText();
  for (const state of states) {
    expect(state).toMatch(/^[\w-]{43}$/);
    expect(text).not.toContain(state);
  }
});
