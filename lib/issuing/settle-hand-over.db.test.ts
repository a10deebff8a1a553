import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { lookAgain } from '@/lib/looks/look-again';
import { requireAuthorization } from '@/lib/tokens/require-authorization';
import { reconcile } from '@/lib/webhooks/reconcile/reconcile';
import { useEmulator } from '@/testing/astra/emulator';
import type { Fault } from '@/testing/astra/faulty-proxy';
import { type AstraPerson, connectionOf, createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { cardsAtAstra, issuedCardOf, way } from '@/testing/rows/issued-cards';
import { createCard } from '@/testing/rows/people';
import { addIssuedCard } from './add-issued-card';
import { settleHandOver } from './settle-hand-over';

const emulator = await useEmulator();

type Started = { person: AstraPerson; cardId: string; handOverId: string };

/** Adds a card while something goes wrong with the creating call. */
async function addWith(fault: Fault): Promise<Started> {
  const person = await createAstraPerson(emulator);
  const { id: cardId } = await issuedCardOf(person.user.id, 'active');
  emulator.secureProxy.arm('POST', '/v1/cards', fault);
  expect(await addIssuedCard({ userId: person.user.id, cardId })).toBe('checking');
  expect(await way(person.user.id, cardId)).toBe('being_added');
  const where = { userId: person.user.id };
  return { person, cardId, handOverId: (await db().cardHandOver.findFirstOrThrow({ where })).id };
}

const creations = () => emulator.secureProxy.calls('POST', '/v1/cards');

/** Lets the window in which the card may still be sent, and Astra's list may lag, be over. */
async function letWindowsPass(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE card_hand_overs SET send_by = clock_timestamp() - interval '1 hour'
    WHERE id = ${id}::uuid`;
}

test('a card whose answer was lost is found in Astra’s list and stored, and asked for once', async () => {
  const { person, cardId, handOverId } = await addWith({ kind: 'lose_answer' });
  await settleHandOver(handOverId);
  const [atAstra, ...others] = await cardsAtAstra(person.user.id);
  expect(others).toEqual([]);
  expect(await db().card.findMany({ where: { userId: person.user.id } })).toMatchObject([
    { astraId: atAstra?.id, issuerCardId: cardId },
  ]);
  expect(await way(person.user.id, cardId)).toBe('added');
  expect(creations()).toHaveLength(1);
});

test('the worker finds it out by itself', async () => {
  const { person, cardId } = await addWith({ kind: 'answer', status: 504, workIsDone: true });
  await makeJobsDue();
  await runJobs();
  expect(await way(person.user.id, cardId)).toBe('added');
  expect(await jobs('settle_hand_over')).toEqual([]);
});

test('a card that Astra never got is given up after two looks, and can be added again', async () => {
  const { person, cardId, handOverId } = await addWith({ kind: 'lose_request' });
  for (let look = 0; look < 3; look += 1) await settleHandOver(handOverId);
  expect(await way(person.user.id, cardId)).toBe('being_added');
  await letWindowsPass(handOverId);
  await settleHandOver(handOverId);
  expect(await way(person.user.id, cardId)).toBe('being_added');
  await settleHandOver(handOverId);
  expect(await way(person.user.id, cardId)).toBe('ready');
  expect(creations()).toHaveLength(1);
  expect(await addIssuedCard({ userId: person.user.id, cardId })).toBe('added');
});

test('two looks at the same moment count as one', async () => {
  const { person, cardId, handOverId } = await addWith({ kind: 'lose_request' });
  await letWindowsPass(handOverId);
  await Promise.all([settleHandOver(handOverId), settleHandOver(handOverId)]);
  expect(await way(person.user.id, cardId)).toBe('being_added');
});

test('a card that Astra has named, and does not show yet, is read until it shows', async () => {
  const person = await createAstraPerson(emulator);
  const { id: cardId } = await issuedCardOf(person.user.id, 'active');
  const hidden = { kind: 'answer', status: 404, workIsDone: false } as const;
  emulator.proxy.arm('GET', /^\/v1\/cards\/.+/, hidden);
  expect(await addIssuedCard({ userId: person.user.id, cardId })).toBe('checking');
  await makeJobsDue();
  await runJobs();
  expect(await way(person.user.id, cardId)).toBe('added');
  expect(creations()).toHaveLength(1);
});

test('a card of the same last digits that is another one is not taken for it', async () => {
  const { person, cardId, handOverId } = await addWith({ kind: 'lose_request' });
  const { lastFour } = await issuedCardOf(person.user.id, 'active');
  const other = { id: 'other', last_four_digits: lastFour, first_six_digits: '400022' };
  const body = { count: 1, cards: [other] };
  emulator.proxy.arm('GET', '/v1/cards', { kind: 'answer', status: 200, body, workIsDone: false });
  await settleHandOver(handOverId);
  expect(await way(person.user.id, cardId)).toBe('being_added');
});

test('a card that Astra has taken back under the id it had before it was removed is found', async () => {
  const { person, cardId, handOverId } = await addWith({ kind: 'lose_answer' });
  const [atAstra] = await cardsAtAstra(person.user.id);
  const { issuer } = await db().cardHandOver.findUniqueOrThrow({ where: { id: handOverId } });
  const removed = { status: 'removed', issuer, issuerCardId: cardId };
  await createCard(person.user.id, { ...removed, astraId: atAstra?.id ?? '' });
  await settleHandOver(handOverId);
  expect(await way(person.user.id, cardId)).toBe('added');
});

test('a list that still shows the card from before it was removed proves nothing', async () => {
  const { person, cardId, handOverId } = await addWith({ kind: 'lose_request' });
  const { issuer, firstSix, lastFour } = await db().cardHandOver.findUniqueOrThrow({
    where: { id: handOverId },
  });
  const removed = { status: 'removed', issuer, issuerCardId: cardId };
  const { astraId: id } = await createCard(person.user.id, removed);
  const stale = { id, last_four_digits: lastFour, first_six_digits: firstSix, status: 'approved' };
  const body = { count: 1, cards: [stale] };
  emulator.proxy.arm('GET', '/v1/cards', { kind: 'answer', status: 200, body, workIsDone: false });
  await settleHandOver(handOverId);
  expect(await way(person.user.id, cardId)).toBe('being_added');
});

test('a hand-over of somebody who must authorize us again waits for that, and goes on then', async () => {
  const { person, cardId, handOverId } = await addWith({ kind: 'lose_answer' });
  const connection = await connectionOf(person.user.id);
  const { userId, tokenVersion } = connection;
  await requireAuthorization({ userId, tokenVersion });
  await settleHandOver(handOverId);
  expect(await way(person.user.id, cardId)).toBe('being_added');
  await forgetJobs();
  const { status, accessTokenSealed, refreshTokenSealed } = connection;
  await db().astraConnection.update({
    where: { userId: person.user.id },
    data: { status, accessTokenSealed, refreshTokenSealed },
  });
  await db().$transaction((tx) => lookAgain(tx, person.user.id));
  await reconcile();
  await runJobs();
  expect(await way(person.user.id, cardId)).toBe('added');
});
