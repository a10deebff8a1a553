import 'server-only';
import type { Payment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { addJobs } from '@/lib/jobs/add-job';
import { paymentTerms } from '@/lib/payments/order/payment-order';
import { plannedTo } from './planned-to';

type PlannedPayment = Pick<Payment, 'id' | 'recipientId' | 'routineType' | 'terms'>;

/**
 * Has the worker pause those payments that whoever they pay wants no more, if so. Only what repeats
 * or was dated for later can still be paused.
 */
export async function enqueuePauses(
  tx: Transaction,
  payments: readonly PlannedPayment[],
): Promise<void> {
  await addPauses(tx, payments.filter(isPlannedForAnother));
}

/** Has the worker pause all that others have planned to send this person, however much that is. */
export async function enqueueAllPauses(tx: Transaction, recipientId: string): Promise<void> {
  const planned = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id ${plannedTo(recipientId)} AND r.status <> 'inactive'`;
  await addPauses(tx, planned);
}

function addPauses(tx: Transaction, payments: readonly { id: string }[]): Promise<void> {
  const jobs = payments.map(({ id: paymentId }) => ({
    payload: { paymentId },
    options: { key: paymentId, maxAttempts: 25 },
  }));
  return addJobs(tx, 'pause_unwanted', jobs);
}

function isPlannedForAnother({ recipientId, routineType, terms }: PlannedPayment): boolean {
  if (recipientId === null) return false;
  return routineType !== 'one-time' || paymentTerms.catch({}).parse(terms).startDate !== undefined;
}
