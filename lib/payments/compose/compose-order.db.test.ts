import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AstraConnection, Card } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { setReceiving } from '@/lib/people/set-receiving';
import { createCard, createConnectedPerson, createPerson } from '@/testing/rows/people';
import { composeOrder } from './compose-order';
import { paymentForm } from './payment-form';

/** Composes a payment to whoever signs in with this address. */
function composeTo(
  userId: string,
  card: Pick<Card, 'id'>,
  email: string,
  routineType = 'one-time',
) {
  const source = `card:${card.id}`;
  const typed = { source, destination: 'person', email, amount: '4.99', routineType };
  return composeOrder(userId, paymentForm.parse({ ...typed, form: randomUUID() }));
}

/** What somebody is told of an address that receives, and of one that nobody has. */
async function toldOfBoth(userId: string, card: Pick<Card, 'id'>) {
  const receiver = await createConnectedPerson();
  await setReceiving(receiver.id, { kind: 'card', id: (await createCard(receiver.id)).id });
  const told = (email: string) =>
    composeTo(userId, card, email).catch((error: unknown) => {
      if (!(error instanceof UserFacingError)) throw error;
      return [error.message, error.fields];
    });
  return [await told(receiver.email), await told('nobody@example.com')];
}

test('somebody who is not connected learns nothing of who is here', async () => {
  const { id } = await createPerson();
  const [known, unknown] = await toldOfBoth(id, await createCard(id));
  expect(known).toEqual([expect.stringMatching(/^Astra does not let you send money/), {}]);
  expect(unknown).toEqual(known);
});

test.each<[string, Partial<AstraConnection>, RegExp]>([
  ['is not approved', { astraUserStatus: 'pending' }, /^Astra does not let you send money/],
  ['may only receive', { kycType: 'receive-only' }, /^You can receive money here/],
])('somebody who %s learns nothing of who is here', async (_what, data, sentence) => {
  const { id } = await createConnectedPerson();
  await db().astraConnection.update({ where: { userId: id }, data });
  const [known, unknown] = await toldOfBoth(id, await createCard(id));
  expect(known).toEqual([expect.stringMatching(sentence), {}]);
  expect(unknown).toEqual(known);
});

test('somebody without a card of their own that can pay learns nothing of who is here', async () => {
  const [{ id }, stranger] = [await createConnectedPerson(), await createConnectedPerson()];
  const flagged = await createCard(id, { status: 'flagged' });
  for (const [card, source] of [
    [flagged, 'Astra is reviewing this card.'],
    [await createCard(stranger.id), 'This card is no longer here. Choose another one.'],
  ] as const) {
    const [known, unknown] = await toldOfBoth(id, card);
    expect(known).toEqual([expect.stringMatching(/marked fields/), { source }]);
    expect(unknown).toEqual(known);
  }
});

test.each(['weekly', 'monthly'])(
  'another person is not paid again and again, such as %s',
  async (kind) => {
    const { id } = await createConnectedPerson();
    const card = await createCard(id);
    await expect(composeTo(id, card, 'ann@example.com', kind)).rejects.toMatchObject({
      fields: { routineType: expect.stringMatching(/only be paid once at a time/) },
    });
  },
);
