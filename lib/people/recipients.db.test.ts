import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { createAccount } from '@/testing/astra/accounts';
import { createCard, createConnectedPerson, createPerson } from '@/testing/rows/people';
import { findRecipient } from './find-recipient';
import { findShortName } from './find-short-name';
import { setReceiving } from './set-receiving';

/** Somebody who receives money on a card. */
async function createReceiver() {
  const user = await createConnectedPerson();
  const card = await createCard(user.id);
  await setReceiving(user.id, { kind: 'card', id: card.id });
  return { user, card };
}

test('who has chosen where to receive money is found by their exact address, in any case', async () => {
  const sender = await createConnectedPerson();
  const { user, card } = await createReceiver();
  const end = { kind: 'card', id: card.id };
  expect(await findRecipient(sender.id, ` ${user.email.toUpperCase()} `)).toEqual({
    recipientId: user.id,
    end,
  });
  expect(await findRecipient(sender.id, user.email.slice(1))).toBeNull();
});

test('nobody finds who has chosen nothing, who is unknown or not connected, or themselves', async () => {
  const sender = await createConnectedPerson();
  const silent = await createConnectedPerson();
  const unconnected = await createPerson();
  const card = await createCard(unconnected.id);
  await setReceiving(unconnected.id, { kind: 'card', id: card.id });
  const { user } = await createReceiver();
  expect(await findRecipient(user.id, user.email)).toBeNull();
  for (const email of [silent.email, unconnected.email, 'nobody@example.com']) {
    expect(await findRecipient(sender.id, email)).toBeNull();
  }
});

test.each([
  ['was removed', { status: 'removed' }],
  ['is flagged', { status: 'flagged' }],
  ['may no longer receive', { pushEnabled: false }],
])('a choice does not count any more once its card %s', async (_what, change) => {
  const sender = await createConnectedPerson();
  const { user, card } = await createReceiver();
  await db().card.update({ where: { id: card.id }, data: change });
  expect(await findRecipient(sender.id, user.email)).toBeNull();
});

test('a choice does not count any more once its account is no longer linked', async () => {
  const sender = await createConnectedPerson();
  const user = await createConnectedPerson();
  const account = await createAccount(user.id);
  const end = { kind: 'account' as const, id: account.id };
  await setReceiving(user.id, end);
  expect(await findRecipient(sender.id, user.email)).toMatchObject({ end });
  await db().account.update({ where: { id: account.id }, data: { removedAt: new Date() } });
  expect(await findRecipient(sender.id, user.email)).toBeNull();
});

test('people choose among what is theirs and can receive, and may take the choice back', async () => {
  const sender = await createConnectedPerson();
  const { user, card } = await createReceiver();
  const flagged = await createCard(user.id, { status: 'flagged' });
  const strangers = await createCard(sender.id);
  for (const { id } of [flagged, strangers]) {
    await expect(setReceiving(user.id, { kind: 'card', id })).rejects.toThrow(/marked fields/);
  }
  expect(await findRecipient(sender.id, user.email)).toMatchObject({ end: { id: card.id } });
  await setReceiving(user.id, null);
  expect(await findRecipient(sender.id, user.email)).toBeNull();
});

test('whoever tries out many addresses is asked to wait', async () => {
  const sender = await createConnectedPerson();
  const { user } = await createReceiver();
  for (let tried = 0; tried < 30; tried += 1) await findRecipient(sender.id, 'x@example.com');
  await expect(findRecipient(sender.id, user.email)).rejects.toThrow(/Wait an hour/);
});

test('others see the name that Astra has, whatever stands on cards', async () => {
  const user = await createConnectedPerson({ shortName: 'Tenzing N.' });
  await createCard(user.id, { holderName: 'Edmund Hillary' });
  expect(await findShortName(user.id)).toBe('Tenzing N.');
});

test('of whom Astra has told no name yet, others see none', async () => {
  const user = await createConnectedPerson();
  await createCard(user.id, { holderName: 'Edmund Hillary' });
  expect(await findShortName(user.id)).toBe('A person here');
});
