import 'server-only';
import type { Routine } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { acceptPayment } from '@/lib/payments/accept-payment';

/** Writes down a routine as Astra shows it to its owner, and ties it to the payment it came from. */
export async function storeRoutine(
  tx: Transaction,
  userId: string,
  routine: Routine,
): Promise<string> {
  const seen = {
    name: routine.name ?? null,
    type: routine.type ?? null,
    paymentType: routine.payment_type ?? null,
    status: routine.status ?? 'unknown',
    amountCents: routine.amount_cents === null ? null : BigInt(routine.amount_cents),
    sourceAstraId: routine.source_id ?? null,
    destinationAstraId: routine.destination_id ?? null,
    clientCorrelationId: routine.client_correlation_id ?? null,
  };
  await tx.routine.createMany({
    data: { astraId: routine.id, userId, ...seen },
    skipDuplicates: true,
  });
  const { count } = await tx.routine.updateMany({
    where: { astraId: routine.id, userId },
    data: seen,
  });
  if (count === 0) return 'Nothing: the routine belongs to another person here.';
  await acceptPayment(tx, userId, routine);
  await notifyUser(tx, userId);
  return `The routine is ${seen.status}.`;
}
