import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { createCard, createPerson } from '@/testing/rows/people';
import { assessCard } from './assess-card';

const emulator = await useEmulator();

/** Somebody's card that works. */
async function goodCard() {
  const { cards } = await createAstraPerson(emulator, { cards: [cardNumbers.works] });
  const [card] = cards;
  if (!card) throw new Error('No card was added.');
  return card;
}

test("a card's assessment is Astra's own, as of now", async () => {
  const card = await goodCard();
  expect(await assessCard(card)).toMatchObject({
    card_id: card.astraId,
    recommendation: 'approve',
    risk_level: 'low',
    reasons: expect.arrayContaining(['C1010']),
  });
});

test('an Astra that refuses or breaks off leaves a card without assessment', async () => {
  const card = await goodCard();
  const path = `/v1/cards/${card.astraId}/auth_details`;
  emulator.proxy.arm('GET', path, { kind: 'answer', status: 403, workIsDone: false });
  expect(await assessCard(card)).toBeNull();
  emulator.proxy.arm('GET', path, { kind: 'lose_request' }, 9);
  expect(await assessCard(card)).toBeNull();
});

test('an Astra that never answers is not waited for', async () => {
  const card = await goodCard();
  const path = `/v1/cards/${card.astraId}/auth_details`;
  const gate = emulator.proxy.arm('GET', path, { kind: 'hold', workIsDone: false });
  expect(await assessCard(card)).toBeNull();
  gate.release();
});

test('the card of somebody who must connect again is without assessment', async () => {
  const card = await goodCard();
  await db().astraConnection.update({
    where: { userId: card.userId },
    data: { status: 'needs_authorization' },
  });
  expect(await assessCard(card)).toBeNull();
  expect(await assessCard(await createCard((await createPerson()).id))).toBeNull();
});
