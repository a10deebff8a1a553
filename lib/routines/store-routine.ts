import 'server-only';
import type { Routine } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { seenBefore } from '@/lib/looks/seen-before';
import { outsideId, outsideIdOrNull, outsideText } from '@/lib/partner/outside-text';
import { acceptPayment } from '@/lib/payments/accept-payment';

const ended = ['completed', 'failed', 'cancelled'];

/**
 * Writes down a routine as Astra shows it to its owner, and ties it to the payment it came from.
 *
 * The answer to our own creating call may come after the event that says how it ended. A routine has
 * no time of its last change, so the rule is that one that has ended does not begin again.
 *
 * @param seenAt see {@link seenBefore}; without it, it may be older than what is known.
 */
export async function storeRoutine(
  tx: Transaction,
  userId: string,
  routine: Routine,
  seenAt?: Date,
): Promise<string> {
  const astraId = outsideId(routine.id);
  const seen = {
    name: outsideText(routine.name),
    type: outsideText(routine.type),
    paymentType: outsideText(routine.payment_type),
    status: outsideText(routine.status) ?? 'unknown',
    amountCents: routine.amount_cents === null ? null : BigInt(routine.amount_cents),
    sourceAstraId: outsideIdOrNull(routine.source_id),
    destinationAstraId: outsideIdOrNull(routine.destination_id),
    clientCorrelationId: outsideIdOrNull(routine.client_correlation_id),
    ...(seenAt && { seenAt }),
  };
  const isNew = await tx.routine.createMany({
    data: { astraId, userId, ...seen },
    skipDuplicates: true,
  });
  const known = await tx.routine.findFirst({ where: { astraId, userId } });
  if (!known) return 'Nothing: the routine belongs to another person here.';
  await acceptPayment(tx, userId, routine);
  const isNewer = await tx.routine.updateMany({
    where: {
      astraId,
      ...(seenAt && seenBefore(seenAt)),
      ...(!ended.includes(seen.status) && { status: { notIn: ended } }),
    },
    data: seen,
  });
  if (isNew.count + isNewer.count === 0) {
    return ended.includes(known.status)
      ? `Nothing: the routine has ended, as ${known.status}.`
      : 'Nothing: something newer is known of the routine.';
  }
  await notifyUser(tx, userId);
  return `The routine is ${seen.status}.`;
}

/** Marks a routine that Astra shows no more: it was deleted, and starts nothing again. */
export async function markRoutineGone(
  tx: Transaction,
  userId: string,
  astraId: string,
  seenAt: Date,
): Promise<string> {
  await tx.routine.updateMany({
    where: { userId, astraId, status: { notIn: ended }, ...seenBefore(seenAt) },
    data: { status: 'cancelled', seenAt },
  });
  await notifyUser(tx, userId);
  return 'The routine is gone.';
}
