import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { reconcile } from '@/lib/webhooks/reconcile/reconcile';
import { useEmulator } from '@/testing/astra/emulator';
import { approvableDetails } from '@/testing/astra/person';
import { everyText } from '@/testing/every-text';
import { runJobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { createUserIntent } from './create-user-intent';
import type { Details } from './details';
import { findCurrentIntent } from './find-current-intent';
import { onboardingStep } from './onboarding-step';

const emulator = await useEmulator();
type Options = Parameters<typeof createUserIntent>[0];

async function form(change: Partial<Details> = {}): Promise<Options> {
  const { id: userId, email } = await createPerson();
  const details = approvableDetails(change);
  return { userId, email, submissionKey: randomUUID(), ipAddress: '192.0.2.1', details };
}

const again = (options: Options): Options => ({ ...options, submissionKey: randomUUID() });
const intents = (userId: string) =>
  db().userIntent.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
const creations = () => emulator.proxy.calls('POST', '/v1/user_intent');

test('details go to Astra, and its decision comes to be known', async () => {
  const options = await form();
  await createUserIntent(options);
  expect(await intents(options.userId)).toMatchObject([
    { submission: 'accepted', astraStatus: 'pending' },
  ]);
  expect(await onboardingStep(options.userId)).toBe('checking');
  await until('the decision', async () => {
    await db().$executeRaw`
      UPDATE user_intents SET next_look_at = clock_timestamp()`;
    await reconcile();
    await runJobs();
    return (await onboardingStep(options.userId)) === 'authorize';
  });
});

test('a form sent twice at once creates one intent', async () => {
  const options = await form();
  await Promise.all([createUserIntent(options), createUserIntent(options)]);
  await createUserIntent(options);
  expect(creations()).toHaveLength(1);
  expect(await intents(options.userId)).toHaveLength(1);
});

test('somebody whose intent is taken creates no second one with another form', async () => {
  const options = await form();
  await createUserIntent(options);
  await createUserIntent(again(options));
  expect(creations()).toHaveLength(1);
});

test('several forms sent at the same moment create one intent', async () => {
  const options = await form();
  await Promise.all(Array.from({ length: 5 }, () => createUserIntent(again(options))));
  expect(creations()).toHaveLength(1);
  expect(await intents(options.userId)).toHaveLength(1);
});

test('somebody rejected may send corrected details', async () => {
  const options = await form();
  await createUserIntent(options);
  await db().userIntent.updateMany({
    where: { userId: options.userId },
    data: { astraStatus: 'rejected' },
  });
  expect(await onboardingStep(options.userId)).toBe('rejected');
  await createUserIntent(again(options));
  expect(creations()).toHaveLength(2);
  expect(await findCurrentIntent(options.userId)).toMatchObject({ astraStatus: 'pending' });
});

test("a refusal shows Astra's words beside the field, and keeps nothing but that it was one", async () => {
  const options = await form({ address2: 'PO Box 7' });
  await expect(createUserIntent(options)).rejects.toMatchObject({
    name: 'UserFacingError',
    message: expect.stringMatching(/^Astra could not accept these details\./),
    fields: { address2: 'PO boxes are not allowed.' },
  });
  expect(await intents(options.userId)).toMatchObject([
    { submission: 'refused', astraId: null, astraStatus: null },
  ]);
  expect(await onboardingStep(options.userId)).toBe('details');
  await createUserIntent({ ...again(options), details: approvableDetails() });
  expect(await onboardingStep(options.userId)).toBe('checking');
});

test.each([
  ['the answer is lost', { kind: 'lose_answer' }],
  ['Astra answers 500', { kind: 'answer', status: 500, workIsDone: false }],
  ['Astra does not know us', { kind: 'answer', status: 401, workIsDone: false }],
] as const)(
  'when %s, the outcome is unknown, and the details can be sent again',
  async (_what, fault) => {
    const options = await form();
    emulator.proxy.arm('POST', '/v1/user_intent', fault);
    await expect(createUserIntent(options)).rejects.toMatchObject({
      name: 'UserFacingError',
      message: expect.stringContaining('send them again'),
    });
    expect(await intents(options.userId)).toMatchObject([{ submission: 'unknown', astraId: null }]);
    await createUserIntent(again(options));
    expect(await findCurrentIntent(options.userId)).not.toBeNull();
  },
);

test('the same form after a failure is not taken for a success', async () => {
  const options = await form();
  emulator.proxy.arm('POST', '/v1/user_intent', { kind: 'lose_request' });
  await expect(createUserIntent(options)).rejects.toMatchObject({ name: 'UserFacingError' });
  await expect(createUserIntent(options)).rejects.toMatchObject({
    name: 'UserFacingError',
    message: expect.stringContaining('send them again'),
  });
  expect(creations()).toHaveLength(1);
});

test('a fourth intent for one e-mail address is refused in a sentence', async () => {
  const options = await form();
  for (let lost = 0; lost < 3; lost += 1) {
    emulator.proxy.arm('POST', '/v1/user_intent', { kind: 'lose_answer' });
    await expect(createUserIntent(again(options))).rejects.toThrow();
  }
  await expect(createUserIntent(again(options))).rejects.toMatchObject({
    name: 'UserFacingError',
    message: expect.stringContaining('Limit of 3 user intents'),
  });
});

test('somebody whom Astra has screened out is told so', async () => {
  const options = await form();
  const fault = { kind: 'answer', status: 403, workIsDone: false } as const;
  emulator.proxy.arm('POST', '/v1/user_intent', fault);
  await expect(createUserIntent(options)).rejects.toThrow(
    'Astra has declined these details before',
  );
  expect(await intents(options.userId)).toMatchObject([{ submission: 'refused' }]);
});

test('what identifies a person stands in no table afterwards', async () => {
  const canaries = {
    ssn: '987650123',
    dateOfBirth: '1971-11-17',
    phone: '+15558675309',
    firstName: 'Canaryfirst',
    lastName: 'Canarylast',
    address1: '77 Canary Row',
  };
  await createUserIntent(await form(canaries));
  const refused = await form({ ...canaries, address2: 'PO Box 7' });
  await expect(createUserIntent(refused)).rejects.toThrow();
  const [sent] = creations();
  const text = await everyText();
  for (const value of Object.values(canaries)) {
    expect(sent?.body).toContain(value);
    expect(text).not.toContain(value);
  }
});
