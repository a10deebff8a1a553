'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { composeMove, composePayout } from '@/lib/operator/money/compose-money';
import { confirmMoney } from '@/lib/operator/money/confirm-money';
import { requireProgram } from '@/lib/operator/money/find-program';
import { moveForm, payoutForm } from '@/lib/operator/money/money-form';
import { reviewMoney } from '@/lib/operator/money/review-money';
import { findDraft } from '@/lib/payments/compose/find-draft';
import { findPaymentOfForm } from '@/lib/payments/find-payment';

const formKey = z.uuid().toLowerCase();
const limit = { count: 60, minutes: 5 };

/** Checks a move between settlement accounts, and leads to the page that shows it. Sends nothing. */
export const reviewMoveForm = userAction({
  name: 'review move',
  operatorsOnly: true,
  schema: moveForm,
  limit,
  run: async (composed, operator): Promise<undefined> => {
    // A form that has made its payment makes no other: its pages show that one.
    if (await findPaymentOfForm(await requireProgram(), composed.form)) return;
    await reviewMoney(operator.id, composed.form, composeMove(composed));
  },
  leadTo: ({ form }) => reviewPath(form),
});

/** The same for a payment to a person. */
export const reviewPayoutForm = userAction({
  name: 'review payout',
  operatorsOnly: true,
  schema: payoutForm,
  limit,
  run: async (composed, operator): Promise<undefined> => {
    if (await findPaymentOfForm(await requireProgram(), composed.form)) return;
    await reviewMoney(operator.id, composed.form, await composePayout(operator.id, composed));
  },
  leadTo: ({ form }) => reviewPath(form),
});

/** Checks it once more, for an operator who waited too long or changed it elsewhere. */
export const reviewMoneyAgain = userAction({
  name: 'review program payment again',
  operatorsOnly: true,
  schema: z.object({ form: formKey }),
  limit,
  run: async ({ form }, operator): Promise<undefined> => {
    const draft = await findDraft(await requireProgram(), form);
    if (!draft) redirect('/operator/money');
    await reviewMoney(operator.id, form, draft.order);
  },
  leadTo: ({ form }) => reviewPath(form),
});

/** Sends what was reviewed, at most once, and shows how it goes. Its trace is written with it. */
export const confirmMoneyForm = userAction({
  name: 'confirm program payment',
  operatorsOnly: true,
  schema: z.object({ form: formKey, version: z.coerce.number().int().positive() }),
  limit: { count: 20, minutes: 5 },
  run: async ({ form, version }, operator) => {
    const { paymentId } = await confirmMoney(operator.id, form, version);
    // Back must not bring the review from the browser's memory, as it was before it was confirmed.
    refresh();
    return paymentId;
  },
  leadTo: (_input, paymentId) => `/operator/money/${paymentId}`,
});

function reviewPath(form: string): string {
  return `/operator/money/review?form=${form}`;
}
