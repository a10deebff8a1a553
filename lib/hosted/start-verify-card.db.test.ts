import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { createCard, createPerson } from '@/testing/rows/people';
import { consumeRedirectState } from './redirect-state';
import { startVerifyCard } from './start-verify-card';

const emulator = await useEmulator();

test('a trip to verify a flagged card names the card, with a state of its own purpose', async () => {
  const { user, astraUserId } = await createAstraPerson(emulator);
  const { id, astraId } = await createCard(user.id, { status: 'flagged' });
  const url = new URL(await startVerifyCard(user.id, id));
  const { state, ...query } = Object.fromEntries(url.searchParams);
  expect(url.pathname).toBe('/cards/verify');
  expect(query).toMatchObject({ user_id: astraUserId, card_id: astraId });
  expect(await consumeRedirectState(user.id, state ?? '')).toBe('verify_card');
});

test("nobody sets out to verify another person's card, or one that was not flagged", async () => {
  const [ann, ben] = [await createAstraPerson(emulator), await createPerson()];
  const cards = [
    await createCard(ben.id, { status: 'flagged' }),
    await createCard(ann.user.id),
    await createCard(ann.user.id, { status: 'rejected' }),
    await createCard(ann.user.id, { status: 'removed' }),
  ];
  for (const { id } of cards) {
    await expect(startVerifyCard(ann.user.id, id)).rejects.toThrow('does not wait for');
  }
  expect(await db().redirectState.count({ where: { userId: ann.user.id } })).toBe(0);
});
