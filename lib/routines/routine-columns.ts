import type { Routine as RoutineRow } from '@/lib/db/generated/client';
import { outsideIdOrNull, outsideText } from '@/lib/partner/outside-text';
import { paymentTerms } from '@/lib/payments/order/payment-order';
import type { SeenRoutine } from './seen-routine';

/**
 * What is kept of a routine as Astra shows it, but for its status. Some of Astra's answers leave
 * fields out; what is absent here does not undo what was known.
 */
export function routineColumns(routine: SeenRoutine, known: RoutineRow | null) {
  const terms = termsOf(routine);
  const amount = routine.amount_cents;
  return {
    name: outsideText(routine.name) ?? known?.name ?? null,
    type: outsideText(routine.type) ?? known?.type ?? null,
    paymentType: outsideText(routine.payment_type) ?? known?.paymentType ?? null,
    amountCents: amount === null ? (known?.amountCents ?? null) : BigInt(amount),
    sourceAstraId: outsideIdOrNull(routine.source_id) ?? known?.sourceAstraId ?? null,
    destinationAstraId:
      outsideIdOrNull(routine.destination_id) ?? known?.destinationAstraId ?? null,
    destinationAstraUserId:
      outsideIdOrNull(routine.destination_user_id) ?? known?.destinationAstraUserId ?? null,
    clientCorrelationId:
      outsideIdOrNull(routine.client_correlation_id) ?? known?.clientCorrelationId ?? null,
    active: routine.active ?? known?.active ?? null,
    frequency: outsideText(routine.frequency) ?? known?.frequency ?? null,
    startDate: outsideText(routine.start_date) ?? known?.startDate ?? null,
    speed: outsideText(routine.preferred_settlement_speed) ?? known?.speed ?? null,
    astraCreatedAt: routine.created ?? known?.astraCreatedAt ?? null,
    ...(terms && { terms }),
  };
}

/** What drives its kind, as far as it can be read; nothing of it is worth losing the routine for. */
function termsOf(routine: SeenRoutine) {
  const parsed = paymentTerms.safeParse({
    thresholdCents: routine.threshold_cents ?? undefined,
    spendingAstraId: outsideIdOrNull(routine.spending) ?? undefined,
    amountStartCents: routine.amount_start_cents ?? undefined,
    amountIncrementCents: routine.amount_increment_cents ?? undefined,
    minimumTransactionCents: routine.minimum_transaction_threshold_cents ?? undefined,
    percentOfTransaction: routine.percent_of_transaction ?? undefined,
    percentOfBalance: routine.percent_of_balance ?? undefined,
  });
  const given = Object.entries(parsed.success ? parsed.data : {}).filter(
    ([, value]) => value !== undefined,
  );
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
