import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import type { Fault } from '@/testing/astra/faulty-proxy';
import { cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { confirmedOrder } from '@/testing/rows/payments';
import { sendPayment } from '../send/send-payment';
import { settlePayment } from './settle-payment';

const emulator = await useEmulator();

/** What is written down of a payment that is settled after this went wrong with its request. */
async function storyAfter(fault?: Fault): Promise<string[]> {
  const cards = [cardNumbers.works, cardNumbers.alsoWorks];
  const person = await createAstraPerson(emulator, { cards });
  if (fault) emulator.proxy.arm('POST', '/v1/routines', fault);
  const { paymentId } = await sendPayment(confirmedOrder(person));
  await db().$executeRaw`
    UPDATE payments SET send_by = clock_timestamp() - interval '1 hour'
    WHERE id = ${paymentId}::uuid`;
  for (let look = 0; look < 3; look += 1) await settlePayment(paymentId);
  const { clientCorrelationId: correlationId } = await db().payment.findUniqueOrThrow({
    where: { id: paymentId },
  });
  const acts = await db().auditEvent.findMany({ where: { correlationId }, orderBy: { at: 'asc' } });
  return acts.map(({ action }) => action);
}

test('the story of a payment tells how it was decided, once', async () => {
  expect(await storyAfter()).toEqual(['payment.confirmed', 'payment.accepted']);
  expect(await storyAfter({ kind: 'lose_answer' })).toEqual([
    'payment.confirmed',
    'payment.unknown',
    'payment.found',
  ]);
  expect(await storyAfter({ kind: 'lose_request' })).toEqual([
    'payment.confirmed',
    'payment.unknown',
    'payment.not_executed',
  ]);
});
