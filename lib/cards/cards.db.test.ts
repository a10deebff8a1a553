import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { wireCard } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { createCard, createPerson } from '@/testing/rows/people';
import { whyNotPayFromCard, whyNotPayToCard } from './can-pay';
import { listCards } from './list-cards';
import { storeCard } from './store-card';
import { syncCards } from './sync-cards';

const emulator = await useEmulator();
const today = '2026-11-21';
const now = new Date();

test('all cards that a person added at Astra come to be known', async () => {
  const person = await createAstraPerson(emulator);
  await addCardAtAstra(emulator, person.bearer, cardNumbers.works);
  await addCardAtAstra(emulator, person.bearer, cardNumbers.noPull);
  await syncCards(person.user.id);
  const cards = await db().card.findMany({ where: { userId: person.user.id } });
  expect(cards.map(({ lastFour }) => lastFour)).toEqual(expect.arrayContaining(['1117', '5556']));
  expect(cards).toHaveLength(2);
  expect(cards.filter((card) => !whyNotPayFromCard(card, today))).toHaveLength(1);
  expect(cards.filter((card) => !whyNotPayToCard(card, today))).toHaveLength(2);
});

test('people see their own cards, newest first, and none that they removed', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  await createCard(ben.id);
  await createCard(ann.id, { status: 'removed' });
  const older = await createCard(ann.id, { createdAt: new Date(0) });
  const newer = await createCard(ann.id);
  expect((await listCards(ann.id)).map(({ id }) => id)).toEqual([newer.id, older.id]);
});

test('a card is written as Astra shows it, with what is missing left open', async () => {
  const { id: userId } = await createPerson();
  const full = { ...wireCard(), created: null, removed: true };
  expect(await storeCard(db(), userId, full, now)).toBe('The card is removed.');
  const bare = { id: wireCard().id, created: null };
  expect(await storeCard(db(), userId, bare, now)).toBe('The card is unknown.');
  expect(await db().card.findUnique({ where: { astraId: bare.id } })).toMatchObject({
    brand: null,
    holderName: null,
    lastFour: null,
    pullEnabled: true,
    pushEnabled: true,
  });
});

test("another person's card is not written over", async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const card = { ...wireCard(), created: null };
  await storeCard(db(), ann.id, card, now);
  const told = await storeCard(db(), ben.id, { ...card, status: 'flagged' }, new Date());
  expect(told).toBe('Nothing: the card belongs to another person here.');
  expect(await db().card.findUnique({ where: { astraId: card.id } })).toMatchObject({
    userId: ann.id,
    status: 'approved',
  });
});
