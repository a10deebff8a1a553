import 'server-only';
import { z } from 'zod';
import { AstraError, cents } from '@/lib/astra';
import { env } from '@/lib/env';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import type { PaymentEnd, PaymentEnds } from '../ends/payment-end';
import type { PaymentOrder } from '../order/payment-order';

const amount = z.int().transform(cents).nullable();

/** What a payment costs, as far as anybody can say before it is made. In cents. */
export const feePreview = z.strictObject({
  /** What leaves the source. */
  pullCents: amount,
  /** What arrives. */
  pushCents: amount,
  /** What we take. */
  customerFeeCents: amount,
  /** What Astra takes of us; how much that is is shown to operators alone. */
  astraFeeCents: amount,
  /** Astra's own words for when it arrives. */
  estimatedSettlement: z.string().nullable(),
  /** Our fee in percent, where Astra does not preview it. */
  feePercent: z.number().nullable(),
});

export type FeePreview = z.output<typeof feePreview>;

/** As much of an order as its price depends on. */
type Priced = Pick<
  PaymentOrder,
  'direction' | 'routineType' | 'amountCents' | 'name' | 'recipientId'
>;

type PricedEnds = Pick<PaymentEnds, 'destinationAstraUserId'> &
  Readonly<Record<'source' | 'destination', Pick<PaymentEnd, 'astraId'>>>;

/**
 * Asks Astra what a payment would cost. It previews payments from card to card alone; for the other
 * ways only our own percentage is known, and what it comes to is for Astra to round.
 *
 * @param feePercent our fee in percent; null leaves it to what Astra has for us.
 * @throws UserFacingError when Astra refuses the payment already now, or does not answer.
 */
export async function previewFees(
  payerId: string,
  order: Priced,
  ends: PricedEnds,
  feePercent: number | null = feePercentNow(order),
): Promise<FeePreview> {
  const { amountCents } = order;
  if (order.direction !== 'card_to_card' || amountCents === null) {
    return withoutPreview(order, feePercent);
  }
  try {
    const preview = await withAccessToken(payerId, (accessToken) =>
      astra().routines.preview({
        accessToken,
        routine: {
          type: order.routineType,
          name: order.name,
          payment_type: 'debit',
          source_id: ends.source.astraId,
          destination_id: ends.destination.astraId,
          destination_user_id: order.recipientId ? ends.destinationAstraUserId : undefined,
          amount_cents: amountCents,
          customer_debit_fee_percent_override: feePercent ?? undefined,
        },
      }),
    );
    return {
      pullCents: preview.pull_amount_cents,
      pushCents: preview.push_amount_cents,
      customerFeeCents: preview.customer_fee_cents,
      astraFeeCents: preview.astra_fee_cents,
      estimatedSettlement: preview.estimated_settlement ?? null,
      feePercent,
    };
  } catch (error) {
    if (!(error instanceof AstraError)) throw error;
    throw new UserFacingError(explain(error));
  }
}

/** Our fee in percent, as it would be charged now; null where there is none. */
export function feePercentNow({ direction }: Pick<PaymentOrder, 'direction'>): number | null {
  return isFreeOf(direction) ? null : (env().DEBIT_FEE_PERCENT ?? null);
}

function isFreeOf(direction: PaymentOrder['direction']): boolean {
  return direction === 'account_to_account' || direction === 'book';
}

/** What can be said of a payment's cost without Astra. */
export function withoutPreview(
  { direction, amountCents }: Pick<Priced, 'direction' | 'amountCents'>,
  feePercent: number | null,
): FeePreview {
  const isFree = isFreeOf(direction);
  return {
    pullCents: isFree ? amountCents : null,
    pushCents: isFree ? amountCents : null,
    customerFeeCents: isFree ? cents(0) : null,
    astraFeeCents: null,
    estimatedSettlement: null,
    feePercent,
  };
}

function explain(error: AstraError): string {
  const isSilent =
    error.kind === 'connection' || error.kind === 'timeout' || error.kind === 'server';
  return isSilent || !error.description
    ? 'Astra could not say what this would cost. Nothing was sent; please try again in a minute.'
    : `Astra would not accept this payment: ${error.description.replace(/\.?$/, '.')} Nothing was sent.`;
}
