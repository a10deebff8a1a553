import { createHash } from 'node:crypto';
import { typesWithAmount } from '@/lib/astra/contract';
import type { Routine } from '@/lib/db/generated/client';
import { toCents } from '@/lib/money';
import { fieldsOfKind } from '@/lib/payments/compose/automatic-kinds';
import { typedDollars } from '@/lib/payments/compose/typed-values';
import type { PaymentTerms } from '@/lib/payments/order/payment-order';
import type { FoundRoutine } from './find-routine';
import { endedRoutineStatuses } from './transitions';

/** What a form about a routine can hold. */
export type RoutineField = 'name' | 'amount' | keyof PaymentTerms;

/** What Astra lets people change on a routine of this type. Of a type that we don't know, its name. */
export function changeableFields(type: string | null): readonly RoutineField[] {
  const kind = type ?? '';
  return [
    'name',
    ...(typesWithAmount.includes(kind) ? (['amount'] as const) : []),
    ...(kind === 'recurring' ? (['frequency'] as const) : []),
    ...fieldsOfKind(kind),
  ];
}

type Standing = Pick<Routine, 'status' | 'type' | 'removedAt'>;

/** Why a routine cannot be changed, in a sentence, or null when it can. */
export function whyNotChange(routine: Standing, transfers: number): string | null {
  if (routine.removedAt || endedRoutineStatuses.includes(routine.status)) {
    return 'This routine has ended, so it cannot be changed.';
  }
  if (routine.status === 'user_suspended') {
    return 'Astra lets nothing be changed while you are suspended.';
  }
  return routine.type === 'one-time' && transfers > 0
    ? 'Its payment has begun, so it cannot be changed.'
    : null;
}

/** What a form shows of a routine before anything is typed, field by field. */
export function typedRoutine(routine: FoundRoutine): Record<string, string> {
  const { terms, name, amountCents, frequency, spending } = routine;
  const values: Partial<Record<RoutineField, string | null | undefined>> = {
    name,
    amount: typedDollars(amountCents === null ? null : toCents(amountCents)),
    frequency,
    thresholdCents: typedDollars(terms.thresholdCents),
    spendingAstraId: spending && `account:${spending.id}`,
    percentOfTransaction: terms.percentOfTransaction?.toString(),
    minimumTransactionCents: typedDollars(terms.minimumTransactionCents),
    percentOfBalance: terms.percentOfBalance?.toString(),
    amountStartCents: typedDollars(terms.amountStartCents),
    amountIncrementCents: typedDollars(terms.amountIncrementCents),
  };
  return Object.fromEntries(
    changeableFields(routine.type).map((field) => [field, values[field] ?? '']),
  );
}

/**
 * Names what a form showed of a routine. A form that was opened before the routine was changed
 * elsewhere holds old values, which must not be sent as if somebody had wanted them again.
 */
export function shownVersion(routine: FoundRoutine): string {
  return createHash('sha256')
    .update(JSON.stringify(typedRoutine(routine)))
    .digest('hex');
}
