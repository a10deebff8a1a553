'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { composeOrder } from '@/lib/payments/compose/compose-order';
import { confirmPayment } from '@/lib/payments/compose/confirm-payment';
import { findDraft } from '@/lib/payments/compose/find-draft';
import { paymentForm } from '@/lib/payments/compose/payment-form';
import { reviewPayment } from '@/lib/payments/compose/review-payment';
import { findPaymentOfForm } from '@/lib/payments/find-payment';

const formKey = z.uuid().toLowerCase();

/** Checks what was composed, asks what it costs, and leads to the page that shows it. Sends nothing. */
export const reviewPaymentForm = userAction({
  name: 'review payment',
  schema: paymentForm,
  limit: { count: 60, minutes: 5 },
  run: async (composed, user): Promise<undefined> => {
    // A form that has made its payment makes no other: its pages show that one.
    if (await findPaymentOfForm(user.id, composed.form)) return;
    await reviewPayment(user.id, composed.form, await composeOrder(user.id, composed));
  },
  audit: () => ({ action: 'payment.reviewed', detail: 'A payment was composed for review.' }),
  leadTo: ({ form }) => reviewPath(form),
});

/** Asks again what it costs, for somebody who waited too long or changed it elsewhere. */
export const reviewAgain = userAction({
  name: 'review payment again',
  schema: z.object({ form: formKey }),
  limit: { count: 60, minutes: 5 },
  run: async ({ form }, user): Promise<undefined> => {
    const draft = await findDraft(user.id, form);
    if (!draft) redirect(`/send?form=${form}`);
    await reviewPayment(user.id, form, draft.order);
  },
  audit: () => ({ action: 'payment.reviewed', detail: 'A payment was reviewed again.' }),
  leadTo: ({ form }) => reviewPath(form),
});

/** Sends what was reviewed, at most once, and shows how it goes. Its trace is written with it. */
export const confirmPaymentForm = userAction({
  name: 'confirm payment',
  schema: z.object({ form: formKey, version: z.coerce.number().int().positive() }),
  limit: { count: 20, minutes: 5 },
  run: async ({ form, version }, user) => {
    const { paymentId } = await confirmPayment(user.id, form, version);
    // Back must not bring the review from the browser's memory, as it was before it was confirmed.
    refresh();
    return paymentId;
  },
  leadTo: (_input, paymentId) => `/payments/${paymentId}`,
});

function reviewPath(form: string): string {
  return `/send/review?form=${form}`;
}
