import 'server-only';
import { createHash } from 'node:crypto';
import type { Cents } from '@/lib/astra';
import { routineTypes } from '@/lib/astra/contract';
import { type FeePreview, previewFees, withoutPreview } from '@/lib/payments/compose/preview-fees';
import type { PaymentDirection } from '@/lib/payments/order/payment-order';
import { type RoutineChange, whyNotSave } from './change-routine';
import { findDirection } from './find-direction';
import { findRoutine } from './find-routine';
import { readChanges } from './read-changes';

/** What each payment of a routine would come to with another amount. */
export type AmountReview = {
  direction: PaymentDirection;
  amountCents: Cents;
  preview: FeePreview;
  /** Names what is shown: whoever saves says that they have read this. */
  seen: string;
};

/** What somebody must read first, with what they typed; or whether there was anything to change. */
export type ChangeResult =
  | { review: AmountReview; values: Record<string, string> }
  | { isChanged: boolean };

/**
 * What somebody should read before another amount is saved, asked of Astra where it is known with which
 * fee the routine was made; null where no amount is changed, or the change will be refused anyway.
 *
 * @throws UserFacingError when Astra cannot say what it would cost, or would not accept it.
 */
export async function reviewChange(
  userId: string,
  change: RoutineChange,
): Promise<AmountReview | null> {
  const routine = await findRoutine(userId, change.routineAstraId);
  if (!routine || whyNotSave(routine, change)) return null;
  const { changes, faults } = readChanges(routine, change.typed);
  const { amount_cents: amountCents, name } = changes;
  const { payment, sourceAstraId, destinationAstraId, destinationAstraUserId } = routine;
  const routineType = routineTypes.find((type) => type === routine.type);
  const isWrong = Object.keys(faults).length > 0;
  if (isWrong || amountCents === undefined || amountCents === null || !routineType) return null;
  const direction = await findDirection(routine);
  if (!direction || !sourceAstraId || !destinationAstraId) return null;
  const order = {
    direction,
    routineType,
    amountCents,
    name: name ?? routine.name ?? '',
    recipientId: payment?.recipientId ?? null,
  };
  const ends = {
    source: { astraId: sourceAstraId },
    destination: { astraId: destinationAstraId },
    destinationAstraUserId: destinationAstraUserId ?? '',
  };
  // A routine keeps the fee that it was made with, whatever ours has become since.
  const feePercent = payment?.feePercent ?? null;
  const preview =
    feePercent === null
      ? withoutPreview(order, null)
      : await previewFees(userId, order, ends, feePercent);
  return { direction, amountCents, preview, seen: hashOf({ amountCents, preview }) };
}

/** Astra's words for when it arrives are no part of it: they may tell the time. */
function hashOf({ amountCents, preview }: Pick<AmountReview, 'amountCents' | 'preview'>): string {
  const { pullCents, pushCents, customerFeeCents, astraFeeCents, feePercent } = preview;
  return createHash('sha256')
    .update(
      JSON.stringify([
        amountCents,
        pullCents,
        pushCents,
        customerFeeCents,
        astraFeeCents,
        feePercent,
      ]),
    )
    .digest('hex');
}
