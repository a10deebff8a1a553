'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { parseAmount } from '@/lib/money';
import { sendMoney } from '@/lib/payments/send-money';

const amount = z.string().transform((typed, context) => {
  const parsed = parseAmount(typed);
  if (parsed.ok) return parsed.cents;
  context.addIssue({ code: 'custom', message: parsed.message });
  return z.NEVER;
});

const order = z
  .object({
    idempotencyKey: z.uuid().toLowerCase(),
    sourceCardId: z.uuid('Choose the card to send from.').toLowerCase(),
    destinationCardId: z.uuid('Choose the card to send to.').toLowerCase(),
    amount,
    name: z.string().trim().max(60, 'Use at most 60 characters.'),
  })
  .refine(({ sourceCardId, destinationCardId }) => sourceCardId !== destinationCardId, {
    path: ['destinationCardId'],
    message: 'Choose another card than the one you send from.',
  });

/** Sends money between two of the person's cards and shows how it goes. */
export const submitPaymentForm = userAction({
  name: 'send money',
  schema: order,
  limit: { count: 20, minutes: 5 },
  run: async ({ name, ...input }, user): Promise<undefined> => {
    const { paymentId } = await sendMoney({
      ...input,
      userId: user.id,
      name: name || 'Card to card',
    });
    // Back must not bring the form from the browser's memory, as it was before it was used.
    refresh();
    redirect(`/payments/${paymentId}`);
  },
});
