import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { pauseRoutine } from '@/lib/routines/pause-routine';
import { syncTransfers } from '@/lib/transfers/sync-transfers';
import { useEmulator } from '@/testing/astra/emulator';
import { askEmulator, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { createRoutineAtAstra, firstTransferOf } from '@/testing/astra/routines';
import { jobs, runJobs } from '@/testing/jobs';
import { createPayment } from '@/testing/rows/payments';
import { createPerson } from '@/testing/rows/people';
import { findCardUses } from './find-card-uses';
import { lookAtCard } from './look-at-card';
import { removeCard } from './remove-card';

const emulator = await useEmulator();
const broken = { kind: 'answer', status: 503, workIsDone: false } as const;
const statusHere = async (id: string) =>
  (await db().card.findUniqueOrThrow({ where: { id } })).status;

/** Somebody with two cards, who wants to be rid of the first. */
async function owner(number: string = cardNumbers.works) {
  const person = await createAstraPerson(emulator, { cards: [number, cardNumbers.alsoWorks] });
  const [card, other] = person.cards;
  if (!card || !other) throw new Error('The cards were not added.');
  const path = `/v1/cards/${card.astraId}`;
  const ends = { source: card.astraId, destination: other.astraId };
  return { person, userId: person.user.id, card, other, path, ends };
}

test('a card that nothing needs is removed at Astra and here', async () => {
  const { person, userId, card, path } = await owner();
  await removeCard(userId, card.id);
  expect(await statusHere(card.id)).toBe('removed');
  expect(await askEmulator(`${emulator.api}${path}`, person.bearer)).toMatchObject({
    status: 'removed',
  });
  await removeCard(userId, card.id);
  expect(emulator.proxy.calls('DELETE', path)).toHaveLength(1);
});

test('a look that had read the card before it was removed does not bring it back', async () => {
  const { userId, card, path } = await owner();
  const gate = emulator.proxy.arm('GET', path, { kind: 'hold', workIsDone: true });
  const look = lookAtCard(userId, card.astraId);
  await gate.reached;
  await removeCard(userId, card.id);
  gate.release();
  const told = await db().$transaction(await look);
  expect(told).toBe('Nothing: something newer is known of the card.');
  expect(await statusHere(card.id)).toBe('removed');
});

test("somebody else's card stays", async () => {
  const { card, path } = await owner();
  const { id: stranger } = await createPerson();
  await expect(removeCard(stranger, card.id)).rejects.toThrow('This card is not yours');
  await expect(removeCard(stranger, 'nonsense')).rejects.toThrow('This card is not yours');
  expect(emulator.proxy.calls('DELETE', path)).toEqual([]);
});

test.each(['source', 'destination'] as const)(
  'Astra is not asked while something known needs a card as its %s',
  async (end) => {
    const { userId, card, other, path } = await owner();
    const use = { [`${end}AstraId`]: card.astraId };
    const refused = () =>
      expect(removeCard(userId, card.id)).rejects.toThrow('Payments still need this card.');
    const routine = await db().routine.create({
      data: { astraId: randomUUID(), userId, status: 'active', ...use },
    });
    await refused();
    await db().routine.delete({ where: { astraId: routine.astraId } });

    const transfer = await db().transfer.create({
      data: { astraId: randomUUID(), userId, status: 'pending', amountCents: 1n, ...use },
    });
    await refused();
    await db().transfer.delete({ where: { id: transfer.id } });

    await createPayment(userId, {
      source: other,
      destination: other,
      [end]: card,
      status: 'unknown',
    });
    await refused();
    expect(emulator.proxy.calls('DELETE', path)).toEqual([]);
  },
);

test("other people's payments and ended ones keep nobody's card", async () => {
  const { userId, card } = await owner();
  const { id: stranger } = await createPerson();
  const use = { sourceAstraId: card.astraId, amountCents: 1n };
  await db().routine.createMany({
    data: [
      { astraId: randomUUID(), userId: stranger, status: 'active', ...use },
      { astraId: randomUUID(), userId, status: 'inactive', ...use },
    ],
  });
  await db().transfer.createMany({
    data: [
      { astraId: randomUUID(), userId: stranger, status: 'pending', ...use },
      { astraId: randomUUID(), userId, status: 'processed', ...use },
    ],
  });
  const nothing = { repeating: [], starting: [], pending: [], undecided: [] };
  expect(await findCardUses(card)).toEqual(nothing);
  await removeCard(userId, card.id);
  expect(await statusHere(card.id)).toBe('removed');
});

test('a routine that was made elsewhere keeps the card, is found then, and paused lets it go', async () => {
  const { person, userId, card, path, ends } = await owner();
  const id = await createRoutineAtAstra(emulator, person, ends);
  await firstTransferOf(emulator, person, id, 'processed');
  await expect(removeCard(userId, card.id)).rejects.toThrow('Payments still need this card.');
  expect(emulator.proxy.calls('DELETE', path)).toHaveLength(1);
  const { repeating } = await findCardUses(card);
  expect(repeating).toMatchObject([{ astraId: id, name: 'Allowance', amountCents: 500n }]);

  await pauseRoutine(userId, id);
  await removeCard(userId, card.id);
  expect(await statusHere(card.id)).toBe('removed');
});

test('a transfer on its way keeps the card until it has arrived', async () => {
  const { person, userId, card, ends } = await owner(cardNumbers.waiting);
  const id = await createRoutineAtAstra(emulator, person, { ...ends, type: 'one-time' });
  const transferId = await firstTransferOf(emulator, person, id, 'pending');
  await expect(removeCard(userId, card.id)).rejects.toThrow('Payments still need this card.');
  const uses = await findCardUses(card);
  expect(uses.pending).toMatchObject([{ astraId: transferId }]);
  // Its routine is the same payment, and is not shown beside it.
  expect(uses.starting).toEqual([]);

  await fetch(`${emulator.hosted}/console/transfers/${transferId}/settle`, { method: 'POST' });
  await syncTransfers(userId);
  await db().routine.updateMany({ where: { astraId: id }, data: { status: 'completed' } });
  await removeCard(userId, card.id);
  expect(await statusHere(card.id)).toBe('removed');
});

test('a refusal without any payment behind it is told in words', async () => {
  const { userId, card, path } = await owner();
  const body = { code: 403, name: 'Forbidden', description: 'Added by another client' };
  emulator.proxy.arm('DELETE', path, { kind: 'answer', status: 403, body, workIsDone: false });
  await expect(removeCard(userId, card.id)).rejects.toThrow(
    /Astra does not remove this card: Added by another client\. Only the app that added/,
  );
  expect(await statusHere(card.id)).toBe('approved');
});

test.each([404, 410])(
  'an answer %i, after which the card is still there, is told as a refusal',
  async (status) => {
    const { userId, card, path } = await owner();
    const body = { code: status, name: 'No', description: 'Another app holds it' };
    emulator.proxy.arm('DELETE', path, { kind: 'answer', status, body, workIsDone: false });
    await expect(removeCard(userId, card.id)).rejects.toThrow(
      'Astra does not remove this card: Another app holds it. Only the app that added',
    );
    expect(await statusHere(card.id)).toBe('approved');
  },
);

test('while Astra has no time for us, nobody is told that it refuses', async () => {
  const { userId, card, path } = await owner();
  emulator.proxy.arm('DELETE', path, { kind: 'answer', status: 429, workIsDone: false }, 9);
  await expect(removeCard(userId, card.id)).rejects.toThrow('Please try again in a minute.');
});

test('when the answer is lost, the card itself tells that it is removed', async () => {
  const { userId, card, path } = await owner();
  emulator.proxy.arm('DELETE', path, { kind: 'lose_answer' });
  await removeCard(userId, card.id);
  expect(await statusHere(card.id)).toBe('removed');
});

test('when the request is lost, the person hears that the card is still there', async () => {
  const { userId, card, path } = await owner();
  emulator.proxy.arm('DELETE', path, { kind: 'lose_request' });
  await expect(removeCard(userId, card.id)).rejects.toThrow('the card is still there');
  expect(await statusHere(card.id)).toBe('approved');
});

test.each([
  ['removed', 'lose_answer'],
  ['approved', 'lose_request'],
] as const)(
  'when nobody can tell, the worker finds out that the card is %s, and its look is a newer one',
  async (status, kind) => {
    const { userId, card, path } = await owner();
    emulator.proxy.arm('DELETE', path, { kind });
    emulator.proxy.arm('GET', path, broken, 9);
    expect(await removeCard(userId, card.id)).toEqual({ knownSince: card.updatedAt });
    expect(await statusHere(card.id)).toBe('approved');
    expect(await jobs('sync_resource')).toMatchObject([{ payload: { resourceId: card.astraId } }]);
    emulator.proxy.reset();
    await runJobs();
    const now = await db().card.findUniqueOrThrow({ where: { id: card.id } });
    expect(now.status).toBe(status);
    expect(now.updatedAt.getTime()).toBeGreaterThan(card.updatedAt.getTime());
  },
);

test('a card that Astra has removed already is removed here', async () => {
  const { person, userId, card, path } = await owner();
  const headers = { authorization: person.bearer };
  await fetch(`${emulator.api}${path}`, { method: 'DELETE', headers });
  await removeCard(userId, card.id);
  expect(await statusHere(card.id)).toBe('removed');
});

test('somebody who must connect again is told so, and keeps the card', async () => {
  const { userId, card } = await owner();
  await db().astraConnection.update({ where: { userId }, data: { status: 'needs_authorization' } });
  await expect(removeCard(userId, card.id)).rejects.toThrow('Please connect to Astra again');
  expect(await statusHere(card.id)).toBe('approved');
});
