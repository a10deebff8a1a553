import 'server-only';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Payment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { lookNow } from '@/lib/looks/schedule';
import { outsideId, outsideIdOrNull } from '@/lib/partner/outside-text';
import { enqueuePauses } from '@/lib/people/enqueue-pause';
import type { SeenRoutine } from '@/lib/routines/seen-routine';
import { isRoutineOf } from './is-routine-of';

/** What identifies a routine as the one that a payment asked for. */
export type RoutineEvidence = Pick<
  SeenRoutine,
  'id' | 'name' | 'client_correlation_id' | 'amount_cents' | 'source_id' | 'destination_id'
>;

/**
 * Ties a routine that exists at Astra to the payment that asked for it, whichever way we learned of
 * it: the answer to our call, an event that overtook the answer, or a look through Astra's list.
 *
 * @returns whether a payment was tied now.
 */
export async function acceptPayment(
  tx: Transaction,
  userId: string,
  routine: RoutineEvidence,
): Promise<boolean> {
  const candidates = await tx.payment.findMany({
    where: {
      userId,
      // A person's references are all different, and found by them there are two at most.
      clientCorrelationId: { in: referencesOf(routine) },
      sourceAstraId: outsideIdOrNull(routine.source_id) ?? '',
      destinationAstraId: outsideIdOrNull(routine.destination_id) ?? '',
      routineAstraId: null,
    },
  });
  const payment = candidates.find((candidate: Payment) => isRoutineOf(candidate, routine));
  if (!payment) return false;
  const { count } = await tx.payment.updateMany({
    where: { id: payment.id, routineAstraId: null },
    data: { status: 'accepted', routineAstraId: outsideId(routine.id), refusal: null },
  });
  if (count === 0) return false;
  // Whoever is still sending gets the answer itself, and writes that down.
  if (payment.status !== 'sending') {
    await recordAudit(tx, {
      userId,
      actorId: null,
      correlationId: payment.clientCorrelationId,
      action: 'payment.found',
      detail: 'The payment was found at Astra, so it was accepted.',
    });
  }
  // From here its transfer is waited for, and that wait has only begun.
  await tx.$executeRaw`UPDATE payments SET ${lookNow} WHERE id = ${payment.id}::uuid`;
  // Whoever it pays may have stopped receiving while nobody knew of its routine.
  await enqueuePauses(tx, [payment]);
  return true;
}

/**
 * What may be the reference of a routine's payment. A book routine has it at the end of its name: see
 * `bookName`.
 */
export function referencesOf({ client_correlation_id, name }: RoutineEvidence): string[] {
  const inName = name?.slice(name.lastIndexOf(' ') + 1);
  return [client_correlation_id, inName].flatMap((one) => outsideIdOrNull(one) ?? []);
}
