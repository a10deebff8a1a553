import type { Payment } from '@/lib/db/generated/client';
import type { SeenRoutine } from '@/lib/routines/seen-routine';
import { bookName } from '../send/book-name';

type Evidence = Pick<
  SeenRoutine,
  'name' | 'client_correlation_id' | 'amount_cents' | 'source_id' | 'destination_id'
>;

/**
 * Whether a routine is the one that a payment asked for. The reference alone proves too little (on
 * card networks it has eight characters), so amount, source and destination must agree as well.
 * Between settlement accounts the reference stands in the name.
 */
export function isRoutineOf(payment: Payment, routine: Evidence): boolean {
  return hasItsReference(payment, routine) && agrees(payment, routine);
}

/**
 * Whether a routine carries the payment's reference, whatever else it says. Such a routine proves that
 * the payment was not lost, even when it does not prove that it arrived unchanged.
 */
export function hasItsReference(payment: Payment, routine: Evidence): boolean {
  return payment.direction === 'book'
    ? routine.name === bookName(payment)
    : routine.client_correlation_id === payment.clientCorrelationId;
}

function agrees(payment: Payment, { amount_cents, source_id, destination_id }: Evidence): boolean {
  const amount = amount_cents === null ? null : BigInt(amount_cents);
  // Kinds whose amounts follow from something else may show one, or none.
  const hasItsAmount = payment.amountCents === null || amount === payment.amountCents;
  return (
    hasItsAmount &&
    source_id === payment.sourceAstraId &&
    destination_id === payment.destinationAstraId
  );
}

/**
 * Whether a routine without the payment's reference could still be the payment, so that it must not be
 * called unreceived: what is said of it may be spelled, cut or left out otherwise than we sent it.
 * Good for doubt alone, never for taking a routine for the payment's.
 */
export function couldBeRoutineOf(payment: Payment, routine: Evidence): boolean {
  if (resemblesItsReference(payment, routine)) return true;
  if (!mayBeEqual(routine.amount_cents, payment.amountCents)) return false;
  const hasItsName = !routine.client_correlation_id && routine.name === payment.name;
  return hasItsName || hasItsEnds(payment, routine);
}

function resemblesItsReference(payment: Payment, routine: Evidence): boolean {
  const text = payment.direction === 'book' ? routine.name : routine.client_correlation_id;
  const reference = payment.clientCorrelationId.toLowerCase();
  return text?.toLowerCase().includes(reference) ?? false;
}

function hasItsEnds(payment: Payment, { source_id, destination_id }: Evidence): boolean {
  return (
    (source_id ?? payment.sourceAstraId) === payment.sourceAstraId &&
    (destination_id ?? payment.destinationAstraId) === payment.destinationAstraId
  );
}

/** An amount that is not known may be any. */
function mayBeEqual(shown: number | null, ours: bigint | null): boolean {
  return shown === null || ours === null || BigInt(shown) === ours;
}
