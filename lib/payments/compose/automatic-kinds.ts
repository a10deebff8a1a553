import type { PaymentTerms } from '../order/payment-order';

/** Kinds of payments that move by themselves. Legacy: Astra's newest edition describes none of them. */
export const automaticKinds = [
  'sweep',
  'refill',
  'round-up',
  'percentage-based',
  'percentage-balance',
  'fifty-two-week',
] as const;

export type AutomaticKind = (typeof automaticKinds)[number];

/** A kind for people: what it is called, what it does, and what it has to know. */
type AutomaticWords = {
  label: string;
  does: string;
  fields: readonly (keyof PaymentTerms)[];
};

export const automaticWords: Readonly<Record<AutomaticKind, AutomaticWords>> = {
  sweep: {
    label: 'When there is more than enough',
    does: 'Moves whatever the first account holds above an amount.',
    fields: ['thresholdCents'],
  },
  refill: {
    label: 'When there is too little',
    does: 'Fills the second account up to an amount.',
    fields: ['thresholdCents'],
  },
  'round-up': {
    label: 'Round purchases up',
    does: 'Rounds each purchase up to the next dollar and moves the difference.',
    fields: ['spendingAstraId'],
  },
  'percentage-based': {
    label: 'A part of each deposit',
    does: 'Moves a percentage of what comes in.',
    fields: ['percentOfTransaction', 'minimumTransactionCents'],
  },
  'percentage-balance': {
    label: 'A part of the balance',
    does: 'Moves a percentage of what the first account holds.',
    fields: ['percentOfBalance'],
  },
  'fifty-two-week': {
    label: 'More each week for a year',
    does: 'Begins with an amount and adds to it each week.',
    fields: ['amountStartCents', 'amountIncrementCents'],
  },
};

export function isAutomatic(kind: string): kind is AutomaticKind {
  return automaticKinds.some((automatic) => automatic === kind);
}

/** What a kind has to know besides its ends; nothing for those that people drive themselves. */
export function fieldsOfKind(kind: string): readonly (keyof PaymentTerms)[] {
  return isAutomatic(kind) ? automaticWords[kind].fields : [];
}
