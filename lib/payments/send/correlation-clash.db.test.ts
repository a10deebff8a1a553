import { expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { type AstraPerson, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { routinesOf } from '@/testing/astra/routines';
import { confirmedOrder } from '@/testing/rows/payments';
import { sendPayment } from './send-payment';

vi.mock('../order/correlation-id', () => ({
  correlationIdFor: () => ({ ok: true, correlationId: 'SAMESAME' }),
}));

const emulator = await useEmulator();
const someone = () =>
  createAstraPerson(emulator, { cards: [cardNumbers.works, cardNumbers.alsoWorks] });

const send = (person: AstraPerson) => sendPayment(confirmedOrder(person));

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
