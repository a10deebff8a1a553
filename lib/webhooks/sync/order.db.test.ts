import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { syncCards } from '@/lib/cards/sync-cards';
import { db } from '@/lib/db/prisma';
import { storeUserIntent } from '@/lib/onboarding/store-user-intent';
import { astra } from '@/lib/partner/astra';
import { storeTransfer } from '@/lib/transfers/store/store-transfer';
import { answerWith, wireRoutine, wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { addCard, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { jobs, runJobs } from '@/testing/jobs';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { syncResource } from './sync-resource';

const emulator = await useEmulator();
type Wire = ReturnType<typeof wireTransfer>;

async function person() {
  const user = await createConnectedPerson();
  const where = { userId: user.id };
  const { astraUserId } = await db().astraConnection.findUniqueOrThrow({ where });
  return { user, astraUserId };
}

/** Lets Astra show these states of one resource, one after the other. */
async function see(
  collection: 'transfers' | 'routines',
  astraUserId: string,
  states: readonly Wire[],
): Promise<void> {
  for (const state of states) {
    answerWith(emulator, collection, state);
    const resource = collection === 'transfers' ? 'transfer' : 'routine';
    await syncResource({ resource, resourceId: state.id, astraUserId }, false);
  }
}

const transfer = (astraId: string) =>
  db().transfer.findUniqueOrThrow({ where: { astraId }, include: { history: true } });

const pending = wireTransfer();
const processed = { ...pending, status: 'processed', updated: '2026-01-01T10:00:05.000001' };
const failed = { ...pending, status: 'failed', updated: '2026-01-02T10:00:00.000001' };
const withId = (id: string) => (state: Wire) => ({ ...state, id });

test('an old answer does not take back what was decided of a dispute', async () => {
  const { astraUserId } = await person();
  const cb_id = randomUUID();
  const disputed = (action_status: string, status_date: string) => ({
    ...withId(cb_id)(processed),
    chargeback: { cb_id, action_status, status_date },
  });
  const opened = disputed('Open', '2026-01-03T10:00:00.000001');
  const decided = disputed('Won', '2026-01-04T10:00:00.000001');
  await see('transfers', astraUserId, [opened, decided, opened]);
  expect(await db().chargeback.findUnique({ where: { id: cb_id } })).toMatchObject({
    actionStatus: 'Won',
  });
});

test.each([
  ['in order', [pending, processed], 'processed', ['pending', 'processed']],
  ['the end first', [processed, pending], 'processed', ['processed']],
  ['the end, twice', [processed, processed], 'processed', ['processed']],
  [
    'an old answer at the end',
    [pending, processed, pending],
    'processed',
    ['pending', 'processed'],
  ],
  [
    'a return after the end',
    [pending, processed, failed],
    'failed',
    ['failed', 'pending', 'processed'],
  ],
  ['a return before the end', [failed, processed], 'failed', ['failed']],
])('a transfer ends right when its states are seen %s', async (_how, states, status, history) => {
  const { astraUserId } = await person();
  const id = randomUUID();
  await see('transfers', astraUserId, states.map(withId(id)));
  const written = await transfer(id);
  expect(written.status).toBe(status);
  expect(written.history.map((change) => change.status).sort()).toEqual(history);
});

test('a transfer does not go back even when Astra prints no times', async () => {
  const { astraUserId } = await person();
  const id = randomUUID();
  const timeless = [processed, pending].map((state) => ({ ...state, id, updated: null }));
  await see('transfers', astraUserId, timeless);
  expect((await transfer(id)).status).toBe('processed');
});

test('a status that nobody knows is written down as it is', async () => {
  const { astraUserId } = await person();
  const id = randomUUID();
  await see('transfers', astraUserId, [{ ...pending, id, status: 'held_by_martians' }]);
  expect((await transfer(id)).status).toBe('held_by_martians');
});

test('an amount that is no exact number of cents is not written down, nor rounded', async () => {
  const { astraUserId } = await person();
  const odd = { ...pending, id: randomUUID(), amount: 4.995 };
  await see('transfers', astraUserId, [odd]);
  expect(await db().transfer.count({ where: { astraId: odd.id } })).toBe(0);
});

test('an amount that can no longer be read leaves the known one, and the news is written', async () => {
  const { astraUserId } = await person();
  const id = randomUUID();
  await see('transfers', astraUserId, [
    { ...pending, id },
    { ...processed, id, amount: null },
  ]);
  expect(await transfer(id)).toMatchObject({ status: 'processed', amountCents: 499n });
});

test('a slow old answer does not overwrite what a faster new one wrote', async () => {
  const { astraUserId } = await person();
  const [old, fresh] = [pending, processed].map(withId(randomUUID()));
  if (!old || !fresh) throw new Error('Two states are needed.');
  const about = { resource: 'transfer', resourceId: old.id, astraUserId } as const;
  answerWith(emulator, 'transfers', old);
  const late = await astra().transfers.get({ accessToken: 'any', id: old.id });
  answerWith(emulator, 'transfers', fresh);
  await syncResource(about, false);
  const { userId } = await db().astraConnection.findUniqueOrThrow({ where: { astraUserId } });
  expect(await db().$transaction((tx) => storeTransfer(tx, userId, late))).toMatch(/^Nothing/);
  expect((await transfer(old.id)).status).toBe('processed');
});

test.each(['completed', 'failed', 'cancelled'])(
  'a routine that was %s does not become active again by a late answer',
  async (status) => {
    const { astraUserId } = await person();
    const active = wireRoutine();
    await see('routines', astraUserId, [{ ...active, status }, active]);
    expect(await db().routine.findUnique({ where: { astraId: active.id } })).toMatchObject({
      status,
    });
  },
);

test('an intent that was decided does not become pending again by a late answer', async () => {
  const user = await createPerson();
  const id = randomUUID();
  await db().userIntent.create({
    data: {
      userId: user.id,
      submissionKey: randomUUID(),
      submission: 'accepted',
      astraId: id,
      astraStatus: 'approved',
    },
  });
  await storeUserIntent(db(), user.id, { id, status: 'pending' });
  const { astraStatus } = await db().userIntent.findUniqueOrThrow({ where: { astraId: id } });
  expect(astraStatus).toBe('approved');
});

test('a list of cards that was made before a change does not undo that change', async () => {
  const someone = await createAstraPerson(emulator);
  const card = await addCard(emulator, someone, cardNumbers.works);
  const gate = emulator.proxy.arm('GET', '/v1/cards', { kind: 'hold', workIsDone: true });
  const listing = syncCards(someone.user.id);
  await gate.reached;
  await db().card.update({ where: { id: card.id }, data: { status: 'flagged' } });
  gate.release();
  await listing;
  const { status } = await db().card.findUniqueOrThrow({ where: { id: card.id } });
  expect(status).toBe('flagged');
  expect(await jobs('sync_resource')).toMatchObject([{ payload: { resourceId: card.astraId } }]);
  await runJobs();
  expect(await db().card.findUnique({ where: { id: card.id } })).toMatchObject({
    status: 'approved',
  });
});
