import { z } from 'zod';
import { settlementSpeeds } from '@/lib/astra/contract';
import { parseAmount } from '@/lib/money';
import type { ChosenEnd, PaymentTerms } from '@/lib/payments/order/payment-order';
import { readAccountValue } from './account-value';

const text = z.string().trim().default('');

const amount = text.transform((typed, context) => {
  const parsed = parseAmount(typed);
  if (parsed.ok) return parsed.cents;
  context.addIssue({ code: 'custom', message: parsed.message });
  return z.NEVER;
});

const account = (sentence: string) =>
  text.transform((value, context): ChosenEnd => {
    const id = readAccountValue(value);
    if (id !== null) return { kind: 'payment_instrument', id };
    context.addIssue({ code: 'custom', message: sentence });
    return z.NEVER;
  });

/** How fast a person is paid. The first fails rather than take longer. */
const payoutSpeeds = ['only-instant', ...settlementSpeeds] as const;

const payoutSpeed = z
  .enum(payoutSpeeds, 'Choose how fast.')
  .transform(
    (speed): PaymentTerms =>
      speed === 'only-instant' ? { speed: 'real-time', onlyInstant: true } : { speed },
  );

const common = {
  form: z.uuid().toLowerCase(),
  amount,
  name: text.pipe(z.string().max(60, 'Use at most 60 characters.')),
};

/** The form on which an operator moves money from one settlement account to another. */
export const moveForm = z.object({
  ...common,
  source: account('Choose where the money comes from.'),
  destination: account('Choose where the money goes.'),
});

/** The form on which an operator pays a person. */
export const payoutForm = z.object({
  ...common,
  source: account('Choose where the money comes from.'),
  email: text.pipe(z.email('Enter the e-mail address of whoever receives.')),
  speed: payoutSpeed,
});

export type ComposedMove = z.output<typeof moveForm>;
export type ComposedPayout = z.output<typeof payoutForm>;
