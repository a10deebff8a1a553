import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { createAccount } from '@/testing/astra/accounts';
import { createCard, createConnectedPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { findReceivingChoice } from './find-receiving-choice';
import { receivesNothing, willReceiveNothing } from './receives-nothing';
import { setReceiving } from './set-receiving';

test.each([
  ['was removed', { status: 'removed' }, 'This card is no longer here.'],
  ['has expired', { expirationDate: '01/20' }, 'This card has expired.'],
  ['is flagged', { status: 'flagged' }, 'Astra is reviewing this card.'],
])(
  'a card that %s since it was chosen is told apart from “Nothing”',
  async (_what, change, fault) => {
    const { id: userId } = await createConnectedPerson();
    const { id } = await createCard(userId);
    await setReceiving(userId, { kind: 'card', id });
    await db().card.update({ where: { id }, data: change });
    expect(await findReceivingChoice(userId)).toEqual({ end: { kind: 'card', id }, fault });
    expect(await receivesNothing(userId)).toBe(false);
  },
);

test('an account whose bank no longer lets Astra in is told apart from “Nothing”', async () => {
  const { id: userId } = await createConnectedPerson();
  const { id } = await createAccount(userId);
  await setReceiving(userId, { kind: 'account', id });
  await db().account.update({ where: { id }, data: { connectionStatus: 'error' } });
  expect(await findReceivingChoice(userId)).toEqual({
    end: { kind: 'account', id },
    fault: 'The bank no longer lets Astra in. Connect this account again first.',
  });
  expect(await receivesNothing(userId)).toBe(false);
});

test('whoever has chosen nothing, or never chose, has no choice that could be at fault', async () => {
  const { id: userId } = await createConnectedPerson();
  expect(await findReceivingChoice(userId)).toBeNull();
  const { id } = await createCard(userId);
  await setReceiving(userId, { kind: 'card', id });
  expect(await findReceivingChoice(userId)).toEqual({ end: { kind: 'card', id }, fault: null });
  await setReceiving(userId, null);
  expect(await findReceivingChoice(userId)).toBeNull();
});

test('whoever reads does not wait for a choice that is being written, and whoever acts goes by it', async () => {
  const { id: userId } = await createConnectedPerson();
  const { id } = await createCard(userId);
  const [acting] = await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { receivingCardId: id } });
    expect(await receivesNothing(userId)).toBe(true);
    const waiting = willReceiveNothing(userId);
    await until('it to wait', async () => {
      const waiters = await db().$queryRaw<unknown[]>`
        SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return waiters.length > 0;
    });
    return [waiting];
  });
  expect(await acting).toBe(false);
});
