import { expect, test } from 'vitest';
import type { User } from '@/lib/db/generated/client';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { forgetJobs } from '@/testing/jobs';
import { callAction, type FormAction } from '@/testing/requests/call-action';
import { signIn, strangersBrowser } from '@/testing/requests/sign-in';
import { createPerson } from '@/testing/rows/people';
import { finishCard, lendForCard, lookUpCard } from './actions';

process.env['DIRECT_ENTRY'] = 'secure-host';
const emulator = await useEmulator();

/** Calls an action as this person's browser would; as a stranger's without one. */
async function call<Result>(
  user: User | null,
  action: FormAction<Result>,
  fields: Record<string, string>,
) {
  return callAction(user ? await signIn(user) : strangersBrowser(), action, fields);
}

test.each([
  ['510805', { brand: 'Mastercard', type: 'debit', issuer: 'Partner Bank' }],
  ['999999', null],
])('the digits %s tell %j', async (digits, result) => {
  expect(await call(await createPerson(), lookUpCard, { digits })).toEqual({
    status: 'done',
    result,
  });
});

test.each(['', '51080', '5108050', '510805000', '5108050000007075', '51080x', ' 510805'])(
  '%j is asked about nowhere, and not handed back',
  async (digits) => {
    const answer = await call(await createPerson(), lookUpCard, { digits });
    expect(answer).toMatchObject({ status: 'error', values: {} });
    expect(emulator.proxy.seen()).toEqual([]);
  },
);

test('look-ups are counted, so that nobody tries all beginnings of numbers', async () => {
  const user = await createPerson();
  const answers = [];
  for (let time = 0; time < 41; time += 1) {
    answers.push(await call(user, lookUpCard, { digits: '999999' }));
  }
  expect(answers.filter(({ status }) => status === 'done')).toHaveLength(40);
});

test('a stranger is lent nothing, looks nothing up and finishes nothing', async () => {
  const signedOut = { status: 'error', message: expect.stringContaining('signed out') };
  expect(await call(null, lendForCard, {})).toMatchObject(signedOut);
  expect(await call(null, lookUpCard, { digits: '510805' })).toMatchObject(signedOut);
  const report = { loan: 'x', outcome: 'created', id: 'x' };
  expect(await call(null, finishCard, report)).toMatchObject(signedOut);
  expect(emulator.proxy.seen()).toEqual([]);
});

test('a person is lent their own token, and only so often', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const answers = [];
  for (let time = 0; time < 11; time += 1) answers.push(await call(user, lendForCard, {}));
  const lent = { accessToken: bearer.slice('Bearer '.length), loan: expect.any(String) };
  expect(answers[0]).toEqual({ status: 'done', result: lent });
  expect(answers[10]).toMatchObject({ status: 'error', message: expect.stringContaining('often') });
  await forgetJobs();
});
