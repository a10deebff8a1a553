import type { UpdateRoutine } from '@/lib/astra';
import { frequencies } from '@/lib/astra/contract';
import { parseAmount } from '@/lib/money';
import { outsideText } from '@/lib/partner/outside-text';
import { percentSentence, typedPercent } from '@/lib/payments/compose/payment-form';
import { changeableFields } from './changeable';
import type { FoundRoutine } from './find-routine';

const amounts = {
  amount: 'amount_cents',
  thresholdCents: 'threshold_cents',
  amountStartCents: 'amount_start_cents',
  amountIncrementCents: 'amount_increment_cents',
  minimumTransactionCents: 'minimum_transaction_threshold_cents',
} as const;

const percents = {
  percentOfTransaction: 'percent_of_transaction',
  percentOfBalance: 'percent_of_balance',
} as const;

type Typed = Readonly<Record<string, string>>;

/** What differs from the routine as it is known, and what is wrong with it, as sentences by field. */
export type ReadChanges = { changes: UpdateRoutine; faults: Record<string, string> };

/**
 * Reads a form about a routine. Only fields of the routine's own type count, and only those whose
 * value is another one: what nobody changed is not sent.
 *
 * @param typed by field; of the account whose purchases count, Astra's id.
 */
export function readChanges(routine: FoundRoutine, typed: Typed): ReadChanges {
  const read: ReadChanges = { changes: {}, faults: {} };
  for (const field of changeableFields(routine.type)) {
    const text = typed[field]?.trim() ?? '';
    if (field === 'name') readName(read, routine, text);
    else if (field === 'frequency') readFrequency(read, routine, text);
    else if (field === 'spendingAstraId') readSpending(read, routine, text);
    else if (isIn(amounts, field)) readAmount(read, routine, field, text);
    else if (isIn(percents, field)) readPercent(read, routine, field, text);
  }
  return read;
}

function readName({ changes, faults }: ReadChanges, { name }: FoundRoutine, text: string): void {
  const wanted = outsideText(text);
  if (!wanted) faults['name'] = 'Enter a name.';
  else if (wanted.length > 60 && wanted !== name) faults['name'] = 'Use at most 60 characters.';
  else if (wanted !== name) changes.name = wanted;
}

function readFrequency(read: ReadChanges, { frequency }: FoundRoutine, text: string): void {
  const wanted = frequencies.find((one) => one === text);
  // One that we don't know stays as it is.
  if (!wanted && text !== (frequency ?? '')) read.faults['frequency'] = 'Choose how often.';
  else if (wanted && wanted !== frequency) read.changes.frequency = wanted;
}

function readSpending(read: ReadChanges, { terms }: FoundRoutine, astraId: string): void {
  if (astraId === '') {
    read.faults['spendingAstraId'] = 'Choose the account whose purchases count.';
  } else if (astraId !== terms.spendingAstraId) read.changes.spending = astraId;
}

function readAmount(
  { changes, faults }: ReadChanges,
  { amountCents, terms }: FoundRoutine,
  field: keyof typeof amounts,
  text: string,
): void {
  const known = field === 'amount' ? amountCents : terms[field];
  const isOptional = field === 'minimumTransactionCents' && known === undefined;
  if (isOptional && text === '') return;
  const parsed = parseAmount(text);
  if (!parsed.ok) faults[field] = parsed.message;
  else if (known === null || known === undefined || parsed.cents !== Number(known)) {
    changes[amounts[field]] = parsed.cents;
  }
}

function readPercent(
  { changes, faults }: ReadChanges,
  { terms }: FoundRoutine,
  field: keyof typeof percents,
  text: string,
): void {
  const parsed = typedPercent.safeParse(text);
  if (!parsed.success) faults[field] = percentSentence;
  else if (parsed.data !== terms[field]) changes[percents[field]] = parsed.data;
}

function isIn<Names extends object>(names: Names, field: PropertyKey): field is keyof Names {
  return Object.hasOwn(names, field);
}
