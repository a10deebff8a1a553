'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { parseAmount } from '@/lib/money';
import { sendPayment } from '@/lib/payments/send/send-payment';

const amount = z.string().transform((typed, context) => {
  const parsed = parseAmount(typed);
  if (parsed.ok) return parsed.cents;
  context.addIssue({ code: 'custom', message: parsed.message });
  return z.NEVER;
});

const order = z
  .object({
    idempotencyKey: z.uuid().toLowerCase(),
    source: z.uuid('Choose the card to send from.').toLowerCase(),
    destination: z.uuid('Choose the card to send to.').toLowerCase(),
    amount,
    name: z.string().trim().max(60, 'Use at most 60 characters.'),
  })
  .refine(({ source, destination }) => source !== destination, {
    path: ['destination'],
    message: 'Choose another card than the one you send from.',
  });

/** Sends money between two of the person's cards and shows how it goes. */
export const submitPaymentForm = userAction({
  name: 'send money',
  schema: order,
  limit: { count: 20, minutes: 5 },
  run: async (input, user): Promise<undefined> => {
    const { paymentId } = await sendPayment({
      userId: user.id,
      idempotencyKey: input.idempotencyKey,
      order: {
        direction: 'card_to_card',
        routineType: 'one-time',
        source: { kind: 'card', id: input.source },
        destination: { kind: 'card', id: input.destination },
        recipientId: null,
        amountCents: input.amount,
        name: input.name || 'Card to card',
        memo: null,
        terms: {},
      },
    });
    // Back must not bring the form from the browser's memory, as it was before it was used.
    refresh();
    redirect(`/payments/${paymentId}`);
  },
});
