import { isRedirectError } from 'next/dist/client/components/redirect-error';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { useEmulator } from '../astra/emulator';
import { everyRow } from '../every-text';
import { forgetJobs } from '../jobs';
import { callAction, type FormAction } from '../requests/call-action';
import { exportsOf, hasActions, sourcesUnder } from '../sources/sources';
import { cases } from './actions';
import { type Cast, createCast, operatorEmail, type Role } from './cast';
import { isAbout, withoutTouching } from './watch';

// Before anything is called: the app reads its environment once.
Object.assign(process.env, { DIRECT_ENTRY: 'secure-host', OPERATOR_EMAILS: operatorEmail });
const emulator = await useEmulator();

/** Every function that Next makes an open endpoint of. */
const found = (
  await Promise.all(
    sourcesUnder('app')
      .filter(hasActions)
      .map(async (file) =>
        (await exportsOf(file)).map(([name, action]) => ({ name: `${file} ${name}`, action })),
      ),
  )
).flat();

let cast: Cast;
beforeAll(async () => {
  cast = await createCast(emulator);
});
afterEach(forgetJobs);

const callsAtAstra = () => [...emulator.proxy.seen(), ...emulator.secureProxy.seen()];

/** What an action answered. Some lead to another page when their work is done. */
async function call(role: Role, action: FormAction, fields: Record<string, string>) {
  try {
    return await callAction(cast.browsers[role], action, fields);
  } catch (error) {
    if (!isRedirectError(error)) throw error;
    return { status: 'done' as const, result: error.digest };
  }
}

test('every server action is tried here with each of them', () => {
  const tried = new Set<unknown>(cases.map(({ action }) => action));
  expect(found.filter(({ action }) => !tried.has(action)).map(({ name }) => name)).toEqual([]);
  expect(found).toHaveLength(cases.length);
});

const named = cases.map((one) => ({
  ...one,
  name: found.find(({ action }) => action === one.action)?.name ?? '',
}));

describe.each(named)('$name', ({ action, fields, outcomes }) => {
  test('nobody who is signed out is served', async () => {
    const before = (await everyRow()).sort();
    const answer = await call('anonymous', action, fields(cast.owner));
    expect(answer).toMatchObject({
      status: 'error',
      message: expect.stringMatching(/^You are signed out/),
    });
    expect((await everyRow()).sort()).toEqual(before);
    expect(callsAtAstra()).toEqual([]);
  });

  test.each(['other', 'operator', 'owner'] as const)(
    'the %s gets what is theirs, and no more',
    async (role) => {
      const { owner } = cast;
      const outcome = outcomes[role];
      const attempt = () => call(role, action, fields(owner));
      const answer =
        outcome === 'entitled' ? await attempt() : await withoutTouching(owner, emulator, attempt);
      if (outcome instanceof RegExp) {
        expect(answer).toMatchObject({
          status: 'error',
          message: expect.stringMatching(outcome),
        });
        expect(callsAtAstra()).toEqual([]);
      } else {
        expect(answer).toMatchObject({ status: 'done' });
      }
      if (role !== 'owner' && answer.status === 'done') {
        expect(isAbout(owner, JSON.stringify(answer.result ?? null))).toBe(false);
      }
    },
  );
});
