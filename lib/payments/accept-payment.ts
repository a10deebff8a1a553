import 'server-only';
import type { Routine } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { lookNow } from '@/lib/looks/schedule';
import { outsideId, outsideIdOrNull } from '@/lib/partner/outside-text';

/** What identifies a routine as the one that a payment asked for. */
export type RoutineEvidence = Pick<
  Routine,
  'id' | 'client_correlation_id' | 'amount_cents' | 'source_id' | 'destination_id'
>;

/**
 * Ties a routine that exists at Astra to the payment that asked for it, whichever way we learned of
 * it: the answer to our call, an event that overtook the answer, or a look through Astra's list.
 *
 * The correlation id alone proves too little (it has eight characters), so amount, source and
 * destination must agree as well. A payment that has a routine keeps it.
 *
 * @returns whether a payment was tied now.
 */
export async function acceptPayment(
  tx: Transaction,
  userId: string,
  routine: RoutineEvidence,
): Promise<boolean> {
  const correlationId = outsideIdOrNull(routine.client_correlation_id);
  if (!correlationId || routine.amount_cents === null) return false;
  const { count } = await tx.payment.updateMany({
    where: {
      userId,
      clientCorrelationId: correlationId,
      amountCents: BigInt(routine.amount_cents),
      sourceCard: { astraId: outsideIdOrNull(routine.source_id) ?? '' },
      destinationCard: { astraId: outsideIdOrNull(routine.destination_id) ?? '' },
      routineAstraId: null,
    },
    data: { status: 'accepted', routineAstraId: outsideId(routine.id), refusal: null },
  });
  if (count === 0) return false;
  // From here its transfer is waited for, and that wait has only begun.
  await tx.$executeRaw`
    UPDATE payments SET ${lookNow}
    WHERE user_id = ${userId}::uuid AND client_correlation_id = ${correlationId}`;
  return true;
}
