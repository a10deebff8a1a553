import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { confirmedOrder } from '../rows/payments';
import type { Emulator } from './emulator';
import type { Fault } from './faulty-proxy';
import { type AstraPerson, cardNumbers, createAstraPerson } from './person';

/** Sends $20 while something goes wrong with the creating call. */
export async function sendWith(
  emulator: Emulator,
  fault: Fault,
): Promise<{ person: AstraPerson; paymentId: string }> {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  emulator.proxy.arm('POST', '/v1/routines', fault);
  const { paymentId } = await sendPayment(confirmedOrder(person, { amountCents: toCents(2000n) }));
  return { person, paymentId };
}

/** Lets the window in which the payment may still be sent, and Astra's list may lag, be over. */
export async function letWindowsPass(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE payments SET send_by = clock_timestamp() - interval '1 hour' WHERE id = ${id}::uuid`;
}

/** Lets a look count only tomorrow. */
export async function putWindowsOff(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE payments SET send_by = clock_timestamp() + interval '1 day' WHERE id = ${id}::uuid`;
}
