import { z } from 'zod';
import { frequencies, type RoutineType, settlementSpeeds } from '@/lib/astra/contract';
import { type Cents, parseAmount } from '@/lib/money';
import type { ChosenEnd, PaymentTerms } from '../order/payment-order';
import { automaticKinds, fieldsOfKind, isAutomatic } from './automatic-kinds';
import { endValue } from './end-value';

/** What the choice "how often" can be: once, how often, or a kind that moves by itself. */
export const paymentKinds = ['one-time', ...frequencies, ...automaticKinds] as const;

export type PaymentKind = (typeof paymentKinds)[number];

/** What was asked for, before anybody has looked whose card or account it is. */
export type ComposedPayment = {
  form: string;
  source: ChosenEnd;
  /** Null for another person's, who is found by e-mail. */
  destination: ChosenEnd | null;
  email: string;
  routineType: RoutineType;
  amountCents: Cents | null;
  name: string;
  memo: string | null;
  /** Our id of the account whose purchases are rounded up. */
  spendingAccountId: string | null;
  terms: PaymentTerms;
  settlementMode: string;
};

const text = z.string().trim().default('');

const typed = z.object({
  form: z.uuid().toLowerCase(),
  source: text,
  destination: text,
  email: text,
  amount: text,
  routineType: z.enum(paymentKinds, 'Choose how often.').default('one-time'),
  startDate: text,
  speed: text,
  settlementMode: text,
  name: text.pipe(z.string().max(60, 'Use at most 60 characters.')),
  memo: text,
  thresholdCents: text,
  spendingAstraId: text,
  percentOfTransaction: text,
  minimumTransactionCents: text,
  percentOfBalance: text,
  amountStartCents: text,
  amountIncrementCents: text,
});

type Typed = z.output<typeof typed>;

const email = z.email();
const day = z.iso.date();
const speed = z.enum(settlementSpeeds);
export const percentSentence = 'Enter percent, such as 5 or 2.5.';

/** A share as people type it: above zero, with at most two digits after the dot. */
export const typedPercent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/)
  .transform(Number)
  .pipe(z.number().positive().max(100));

/** The form on which people compose a payment, read into what it asks for. All mistakes are named. */
export const paymentForm = typed.transform((input, context): ComposedPayment => {
  const refuse = (field: keyof Typed, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message });
    return z.NEVER;
  };
  const amountOf = (field: keyof Typed): Cents => {
    const parsed = parseAmount(input[field]);
    return parsed.ok ? parsed.cents : refuse(field, parsed.message);
  };
  const percentOf = (field: keyof Typed): number => {
    const parsed = typedPercent.safeParse(input[field]);
    return parsed.success ? parsed.data : refuse(field, percentSentence);
  };

  const source = readEnd(input.source) ?? refuse('source', 'Choose where the money comes from.');
  const isToPerson = input.destination === 'person';
  const destination = isToPerson
    ? null
    : (readEnd(input.destination) ?? refuse('destination', 'Choose where the money goes.'));
  if (isToPerson && !email.safeParse(input.email).success) {
    refuse('email', 'Enter the e-mail address of whoever receives, such as ann@example.com.');
  }
  if (input.startDate !== '' && !day.safeParse(input.startDate).success) {
    refuse('startDate', 'Enter a day that exists, or leave this empty.');
  }
  const kind = input.routineType;
  const fields = fieldsOfKind(kind);
  const isBetweenAccounts = source?.kind === 'account' && destination?.kind !== 'card';
  const terms: PaymentTerms = {
    ...(input.startDate !== '' && { startDate: input.startDate }),
    ...(isBetweenAccounts && { speed: speed.catch('T+2').parse(input.speed) }),
    ...(isFrequency(kind) && { frequency: kind }),
    ...(fields.includes('thresholdCents') && { thresholdCents: amountOf('thresholdCents') }),
    ...(fields.includes('amountStartCents') && { amountStartCents: amountOf('amountStartCents') }),
    ...(fields.includes('amountIncrementCents') && {
      amountIncrementCents: amountOf('amountIncrementCents'),
    }),
    ...(fields.includes('minimumTransactionCents') &&
      input.minimumTransactionCents !== '' && {
        minimumTransactionCents: amountOf('minimumTransactionCents'),
      }),
    ...(fields.includes('percentOfTransaction') && {
      percentOfTransaction: percentOf('percentOfTransaction'),
    }),
    ...(fields.includes('percentOfBalance') && { percentOfBalance: percentOf('percentOfBalance') }),
  };
  const wantsSpending = fields.includes('spendingAstraId');
  const spending = wantsSpending ? readEnd(input.spendingAstraId) : null;
  if (wantsSpending && spending?.kind !== 'account') {
    refuse('spendingAstraId', 'Choose the account whose purchases count.');
  }
  return {
    form: input.form,
    source,
    destination,
    email: input.email,
    routineType: isFrequency(kind) ? 'recurring' : kind,
    amountCents: isAutomatic(kind) ? null : amountOf('amount'),
    name: input.name,
    memo: input.memo === '' ? null : input.memo,
    spendingAccountId: spending?.id ?? null,
    terms,
    settlementMode: input.settlementMode,
  };
});

function isFrequency(kind: PaymentKind): kind is (typeof frequencies)[number] {
  return frequencies.some((frequency) => frequency === kind);
}

function readEnd(value: string): ChosenEnd | null {
  const parsed = endValue.safeParse(value);
  return parsed.success ? parsed.data : null;
}
