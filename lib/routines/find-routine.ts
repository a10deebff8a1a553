import 'server-only';
import { pacificToday } from '@/lib/cards/pacific-today';
import { db } from '@/lib/db/prisma';
import { outsideId } from '@/lib/partner/outside-text';
import { accountLabel } from '@/lib/payments/ends/end-label';
import { paymentTerms } from '@/lib/payments/order/payment-order';
import { receivesNothing } from '@/lib/people/receives-nothing';
import { labelEnds } from '@/lib/transfers/label-ends';
import { listTransfersOf } from '@/lib/transfers/list/list-transfers';
import { readHistories } from './read-histories';
import { upcomingDates } from './upcoming-dates';

/**
 * One of this person's routines with its terms, what its ends are called, its newest transfers and
 * its next days, or null.
 */
export async function findRoutine(userId: string, astraId: string) {
  // An address may hold what no id can, and PostgreSQL could not look for.
  if (outsideId(astraId) !== astraId) return null;
  const routine = await db().routine.findFirst({ where: { userId, astraId } });
  if (!routine) return null;
  const terms = paymentTerms.catch({}).parse(routine.terms);
  const ends = { ...routine, routineAstraId: astraId };
  const [today, endsOf, historyOf, transfers, payment, spending] = await Promise.all([
    pacificToday(),
    labelEnds(userId, [ends]),
    readHistories(userId, [astraId]),
    listTransfersOf(userId, astraId),
    db().payment.findFirst({ where: { userId, routineAstraId: astraId } }),
    terms.spendingAstraId
      ? db().account.findFirst({ where: { userId, astraId: terms.spendingAstraId } })
      : null,
  ]);
  const history = historyOf(astraId);
  return {
    ...routine,
    terms,
    ends: endsOf(ends),
    /** What set it up, if that was done here. */
    payment,
    reference: payment?.clientCorrelationId ?? routine.clientCorrelationId,
    /** What the account is called whose purchases are rounded up, by our id and by name. */
    spending: spending && { id: spending.id, label: accountLabel(spending) },
    /** Whether whoever it pays has chosen to receive nothing, so that it cannot go on. */
    isUnwanted: payment?.recipientId ? await receivesNothing(payment.recipientId) : false,
    history,
    transfers,
    today,
    dates: upcomingDates(routine, history, today),
  };
}

export type FoundRoutine = NonNullable<Awaited<ReturnType<typeof findRoutine>>>;
