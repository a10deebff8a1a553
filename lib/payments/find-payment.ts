import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { receivesNothing } from '@/lib/people/receives-nothing';
import { asItStands } from './as-it-stands';

/** One of this person's payments as it stands now and, once there are any, its routine and its newest transfer. */
export async function findPayment(userId: string, paymentId: string) {
  if (!z.uuid().safeParse(paymentId).success) return null;
  const payment = await db().payment.findFirst({ where: { id: paymentId, userId } });
  if (!payment) return null;
  const transfer = payment.routineAstraId
    ? await db().transfer.findFirst({
        where: { userId, routineAstraId: payment.routineAstraId },
        orderBy: { createdAt: 'desc' },
      })
    : null;
  const routine = payment.routineAstraId
    ? await db().routine.findFirst({ where: { userId, astraId: payment.routineAstraId } })
    : null;
  return {
    ...asItStands(payment, routine),
    transfer,
    routine,
    /** Whether whoever it pays has chosen to receive nothing, so that it cannot go on once paused. */
    isUnwanted: payment.recipientId ? await receivesNothing(payment.recipientId) : false,
  };
}

export type FoundPayment = NonNullable<Awaited<ReturnType<typeof findPayment>>>;

/** The payment that this person's form with this key made, once it was sent. */
export async function findPaymentOfForm(userId: string, idempotencyKey: string) {
  return db().payment.findUnique({
    where: { userId_idempotencyKey: { userId, idempotencyKey } },
  });
}
