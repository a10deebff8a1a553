import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { getAccessToken } from '@/lib/tokens/get-access-token';
import { reconcile } from '@/lib/webhooks/reconcile/reconcile';
import { addBankAccountAtAstra } from '@/testing/astra/accounts';
import { useEmulator } from '@/testing/astra/emulator';
import { addFault } from '@/testing/astra/faults';
import { askEmulator, connectionOf, createAstraPerson } from '@/testing/astra/person';
import { createApprovedPerson, tripToAuthorize } from '@/testing/astra/trips';
import { everyText } from '@/testing/every-text';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { finishRedirect } from './finish-redirect';
import { createRedirectState } from './redirect-state';

const emulator = await useEmulator();
const exchanges = () => emulator.proxy.calls('POST', '/v1/oauth/token');
const connection = (userId: string) => db().astraConnection.findUnique({ where: { userId } });

test('a trip that comes back with a code connects the person', async () => {
  const person = await createApprovedPerson(emulator);
  const query = await tripToAuthorize(emulator, person);
  expect(await finishRedirect(person.user.id, query)).toEqual({
    outcome: 'linked',
    purpose: 'authorize',
  });
  expect(await connection(person.user.id)).toMatchObject({
    status: 'active',
    astraUserStatus: 'approved',
    shortName: 'Edmund H.',
  });
  expect(await onboardingStep(person.user.id)).toBe('done');
  const { accessToken } = await getAccessToken(person.user.id);
  await askEmulator(`${emulator.api}/v1/user`, `Bearer ${accessToken}`);
  expect(await jobs('sync_cards')).toContainEqual(
    expect.objectContaining({ payload: { userId: person.user.id } }),
  );
  const text = await everyText();
  for (const secret of [accessToken, query['code'] ?? '', query['state'] ?? '']) {
    expect(text).not.toContain(secret);
  }
});

test('somebody who connects again has what is still open looked at now', async () => {
  const person = await createApprovedPerson(emulator);
  const userId = person.user.id;
  await finishRedirect(userId, await tripToAuthorize(emulator, person));
  await forgetJobs();
  const { astraId } = await db().transfer.create({
    data: { userId, astraId: randomUUID(), status: 'pending', amountCents: 500n, looks: 9 },
  });
  await finishRedirect(userId, await tripToAuthorize(emulator, person));
  const task = { task_identifier: 'reconcile' };
  expect(await jobs('reconcile')).toEqual([expect.objectContaining(task)]);
  await reconcile();
  const look = expect.objectContaining({ resource: 'transfer', resourceId: astraId });
  expect((await jobs('sync_resource')).map(({ payload }) => payload)).toContainEqual(look);
});

test('a redirect that arrives twice at once exchanges its code once', async () => {
  const person = await createApprovedPerson(emulator);
  const query = await tripToAuthorize(emulator, person);
  const trips = await Promise.all([1, 2, 3].map(() => finishRedirect(person.user.id, query)));
  expect(trips.map(({ outcome }) => outcome).sort()).toEqual(['bad_state', 'bad_state', 'linked']);
  expect(exchanges()).toHaveLength(1);
});

test.each([
  ['without a state', { state: undefined }],
  ['with an empty state', { state: '' }],
  ['with an invented state', { state: 'invented' }],
])('a redirect %s is refused, and nothing is stored', async (_how, change) => {
  const person = await createApprovedPerson(emulator);
  const query = await tripToAuthorize(emulator, person);
  emulator.proxy.reset();
  const trip = await finishRedirect(person.user.id, { ...query, ...change });
  expect(trip.outcome).toBe('bad_state');
  expect(await connection(person.user.id)).toBeNull();
  expect(emulator.proxy.seen()).toEqual([]);
});

test("somebody else's redirect is refused for whoever is signed in by then", async () => {
  const [attacker, victim] = [await createApprovedPerson(emulator), await createPerson()];
  const query = await tripToAuthorize(emulator, attacker);
  expect((await finishRedirect(victim.id, query)).outcome).toBe('bad_state');
  expect(await connection(victim.id)).toBeNull();
  expect(exchanges()).toEqual([]);
});

test.each([null, 7, [], { state: ['a', 'b'] }, { state: {} }, 'state=x'])(
  'the query %j is refused, not crashed on',
  async (query) => {
    const { id } = await createPerson();
    expect((await finishRedirect(id, query)).outcome).toBe('bad_state');
  },
);

test('somebody who left the pages is told so, and may set out again', async () => {
  const person = await createApprovedPerson(emulator);
  const state = await createRedirectState(person.user.id, 'authorize');
  const left = await finishRedirect(person.user.id, { state, error: 'access_denied' });
  expect(left).toEqual({ outcome: 'left', purpose: 'authorize' });
  const other = await createRedirectState(person.user.id, 'authorize');
  const failed = await finishRedirect(person.user.id, { state: other, error: 'server_error' });
  expect(failed).toEqual({ outcome: 'failed', purpose: 'authorize' });
  const again = await tripToAuthorize(emulator, person);
  expect((await finishRedirect(person.user.id, again)).outcome).toBe('linked');
});

test('a card trip needs no code, and has the cards looked up', async () => {
  const { user } = await createAstraPerson(emulator);
  const state = await createRedirectState(user.id, 'link_card');
  expect(await finishRedirect(user.id, { state })).toEqual({
    outcome: 'linked',
    purpose: 'link_card',
  });
  expect(await jobs('sync_cards')).toContainEqual(
    expect.objectContaining({ payload: { userId: user.id } }),
  );
  expect(exchanges()).toEqual([]);
});

test('an account that Astra’s list shows only later is found by itself', async () => {
  await forgetJobs();
  const { user, bearer, astraUserId } = await createAstraPerson(emulator);
  const astraId = await addBankAccountAtAstra(emulator, bearer);
  const lag = { kind: 'list_lag', on: 'accounts.list', user: astraUserId, count: 1, ms: 60_000 };
  await addFault(emulator, lag);
  const state = await createRedirectState(user.id, 'link_account');
  expect(await finishRedirect(user.id, { state })).toEqual({
    outcome: 'linked',
    purpose: 'link_account',
  });
  await runJobs();
  expect(await db().account.count({ where: { astraId } })).toBe(0);
  await makeJobsDue();
  await runJobs();
  expect(await db().account.count({ where: { astraId, userId: user.id } })).toBe(1);
});

test('an authorization without a code has failed', async () => {
  const { id } = await createPerson();
  const state = await createRedirectState(id, 'authorize');
  expect((await finishRedirect(id, { state })).outcome).toBe('failed');
});

test('a code that Astra refuses is told apart from an Astra that does not answer', async () => {
  const { id } = await createPerson();
  const trip = async () => {
    const state = await createRedirectState(id, 'authorize');
    return (await finishRedirect(id, { state, code: 'used-or-invented' })).outcome;
  };
  expect(await trip()).toBe('code_refused');
  for (const fault of [
    { kind: 'answer', status: 503, workIsDone: false },
    { kind: 'lose_request' },
    { kind: 'lose_answer' },
  ] as const) {
    emulator.proxy.arm('POST', '/v1/oauth/token', fault);
    expect(await trip()).toBe('no_answer');
  }
  expect(await connection(id)).toBeNull();
});

test('when the code was spent but the answer lost, the person starts over and is connected', async () => {
  const person = await createApprovedPerson(emulator);
  emulator.proxy.arm('POST', '/v1/oauth/token', { kind: 'lose_answer' });
  const first = await finishRedirect(person.user.id, await tripToAuthorize(emulator, person));
  expect(first.outcome).toBe('no_answer');
  expect(await connection(person.user.id)).toBeNull();
  const second = await finishRedirect(person.user.id, await tripToAuthorize(emulator, person));
  expect(second.outcome).toBe('linked');
});

test('when Astra does not say whose tokens they are, nothing is stored, and no refusal is claimed', async () => {
  const person = await createApprovedPerson(emulator);
  const query = await tripToAuthorize(emulator, person);
  const fault = { kind: 'answer', status: 503, workIsDone: false } as const;
  emulator.proxy.arm('GET', '/v1/user', fault, 3);
  expect((await finishRedirect(person.user.id, query)).outcome).toBe('no_answer');
  expect(await connection(person.user.id)).toBeNull();
});

test('an Astra user who is connected to somebody else here is not connected again', async () => {
  const first = await createApprovedPerson(emulator);
  await finishRedirect(first.user.id, await tripToAuthorize(emulator, first));
  const thief = await createPerson();
  const query = await tripToAuthorize(emulator, first);
  const state = await createRedirectState(thief.id, 'authorize');
  expect((await finishRedirect(thief.id, { ...query, state })).outcome).toBe('other_person');
  expect(await connection(thief.id)).toBeNull();
  expect(await onboardingStep(first.user.id)).toBe('done');
});

test('somebody connected is not silently connected as another Astra user', async () => {
  const [ann, ben] = [await createApprovedPerson(emulator), await createApprovedPerson(emulator)];
  await finishRedirect(ann.user.id, await tripToAuthorize(emulator, ann));
  const before = await connectionOf(ann.user.id);
  const query = await tripToAuthorize(emulator, ben);
  const state = await createRedirectState(ann.user.id, 'authorize');
  expect((await finishRedirect(ann.user.id, { ...query, state })).outcome).toBe('other_person');
  expect(await connectionOf(ann.user.id)).toEqual(before);
});

test('a code of another Astra user than the one whom this person became is refused', async () => {
  const [ann, ben] = [await createApprovedPerson(emulator), await createApprovedPerson(emulator)];
  const annsOwn = await tripToAuthorize(emulator, ann);
  const bensCode = await tripToAuthorize(emulator, ben);
  const state = await createRedirectState(ann.user.id, 'authorize');
  expect((await finishRedirect(ann.user.id, { ...bensCode, state })).outcome).toBe('other_person');
  expect(await connection(ann.user.id)).toBeNull();
  expect((await finishRedirect(ann.user.id, annsOwn)).outcome).toBe('linked');
});

test('authorizing again replaces the tokens and ends the need for it', async () => {
  const person = await createApprovedPerson(emulator);
  await finishRedirect(person.user.id, await tripToAuthorize(emulator, person));
  const where = { userId: person.user.id };
  await db().astraConnection.update({ where, data: { status: 'needs_authorization' } });
  const again = await finishRedirect(person.user.id, await tripToAuthorize(emulator, person));
  expect(again.outcome).toBe('linked');
  expect(await connectionOf(person.user.id)).toMatchObject({ status: 'active', tokenVersion: 2 });
});
