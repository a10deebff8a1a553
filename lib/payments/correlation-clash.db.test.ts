import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import { type AstraPerson, cardNumbers, createAstraPerson } from '@/testing/astra-person';
import { useEmulator } from '@/testing/emulator';
import { routinesOf } from '@/testing/routines';
import { sendMoney } from './send-money';

vi.mock('./correlation-id', () => ({ newCorrelationId: () => 'SAMESAME' }));

const emulator = await useEmulator();
const someone = () =>
  createAstraPerson(emulator, { cards: [cardNumbers.works, cardNumbers.alsoWorks] });

const send = ({ user, cards }: AstraPerson) =>
  sendMoney({
    userId: user.id,
    idempotencyKey: randomUUID(),
    sourceCardId: cards[0]?.id ?? '',
    destinationCardId: cards[1]?.id ?? '',
    amount: toCents(499n),
    name: 'Rent',
  });

test('a reference that a person has used already is not sent again with another payment', async () => {
  const ann = await someone();
  const { paymentId } = await send(ann);
  await expect(send(ann)).rejects.toThrow();
  const where = { userId: ann.user.id };
  expect(await db().payment.findMany({ where })).toMatchObject([{ id: paymentId }]);
  expect(await routinesOf(emulator, ann)).toHaveLength(1);
});

test('two people with one reference each keep to their own routine', async () => {
  const [ann, ben] = [await someone(), await someone()];
  for (const person of [ann, ben]) {
    const { paymentId } = await send(person);
    const [routine] = await routinesOf(emulator, person);
    expect(await db().payment.findUnique({ where: { id: paymentId } })).toMatchObject({
      status: 'accepted',
      routineAstraId: routine?.id,
    });
  }
});
