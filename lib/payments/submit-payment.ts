import 'server-only';
import { AstraError, AstraPermissionError, type Routine } from '@/lib/astra';
import type { Card, Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { enqueueCapabilities } from '@/lib/limits/sync-capabilities';
import { notifyUser } from '@/lib/live/notify';
import { log } from '@/lib/log/logger';
import { toCents } from '@/lib/money';
import { astra } from '@/lib/partner/astra';
import { storeRoutine } from '@/lib/routines/store-routine';

type Submission = {
  payment: Payment;
  sourceCard: Card;
  destinationCard: Card;
  accessToken: string;
  /** Whether the request must not leave any more. */
  isTooLate: () => boolean;
};

/**
 * Asks Astra for the routine of a written payment, once, and writes down the outcome.
 *
 * Only an answer that proves that nothing was created makes a payment `refused`. A timeout, a lost
 * connection, a 5xx or an answer that can't be read leaves it `unknown`: Astra documents no
 * idempotency key, so sending again could move the money twice. `settlePayment` finds out.
 */
export async function submitPayment(submission: Submission): Promise<void> {
  const { payment } = submission;
  let routine: Routine;
  try {
    routine = await createRoutine(submission);
  } catch (error) {
    await writeFailure(payment, error);
    return;
  }
  await db().$transaction(async (tx) => {
    // Written before the request was sent, so whatever a look has seen since is newer.
    await storeRoutine(tx, payment.userId, routine, payment.createdAt);
    // The answer to our own call needs no further evidence than that it is the answer.
    await tx.payment.updateMany({
      where: { id: payment.id, routineAstraId: null },
      data: { status: 'accepted', routineAstraId: routine.id, refusal: null },
    });
  });
}

async function createRoutine(submission: Submission): Promise<Routine> {
  const { payment, sourceCard, destinationCard, accessToken, isTooLate } = submission;
  // A process that was asleep until now may have been given up already: it must not send.
  if (isTooLate()) throw new NotSentError();
  return astra().routines.create({
    accessToken,
    routine: {
      type: 'one-time',
      payment_type: 'debit',
      name: payment.name,
      source_id: sourceCard.astraId,
      destination_id: destinationCard.astraId,
      amount_cents: toCents(payment.amountCents),
      client_correlation_id: payment.clientCorrelationId,
    },
  });
}

class NotSentError extends Error {
  override name = 'NotSentError';
}

async function writeFailure(payment: Payment, error: unknown): Promise<void> {
  const neverSent = error instanceof NotSentError;
  const refused = neverSent || (error instanceof AstraError && !error.outcomeUnknown);
  log().warn({ paymentId: payment.id, err: error, refused }, 'a payment was not accepted');
  await db().$transaction(async (tx) => {
    await tx.payment.updateMany({
      where: { id: payment.id, status: 'sending' },
      data: refused
        ? { status: 'refused', refusal: neverSent ? tooSlow : explain(error) }
        : { status: 'unknown' },
    });
    // Perhaps Astra lets the person do less than we know: before the next form, they are told so.
    if (error instanceof AstraPermissionError) await enqueueCapabilities(tx, payment.userId);
    await notifyUser(tx, payment.userId);
  });
}

const tooSlow = 'This took too long to prepare, so it was not sent. No money has moved.';

function explain(error: unknown): string {
  const said = error instanceof AstraError ? error.description : undefined;
  return said
    ? `Astra did not accept this payment: ${said.replace(/\.?$/, '.')} No money has moved.`
    : 'Astra did not accept this payment. No money has moved.';
}
