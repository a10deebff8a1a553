import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCard, createPerson } from '@/testing/rows/people';
import { findCard } from './find-card';

test('a card is found by its owner alone', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const card = await createCard(ann.id);
  expect(await findCard(ann.id, card.id)).toMatchObject({ id: card.id });
  expect(await findCard(ben.id, card.id)).toBeNull();
});

test.each([randomUUID(), 'nonsense', '', "' OR 1=1"])('nothing is found under "%s"', async (id) => {
  expect(await findCard((await createPerson()).id, id)).toBeNull();
});

test('a removed card is still found, and whether its date has passed is known', async () => {
  const { id: userId } = await createPerson();
  const card = await createCard(userId, { status: 'removed', expirationDate: '01/20' });
  expect(await findCard(userId, card.id)).toMatchObject({ status: 'removed', isExpired: true });
});
