import 'server-only';
import { AstraError, AstraPermissionError } from '@/lib/astra';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { failpoint } from '@/lib/failpoints/failpoint';
import { enqueueCapabilities } from '@/lib/limits/sync-capabilities';
import { notifyUser } from '@/lib/live/notify';
import { log } from '@/lib/log/logger';
import { outsideId } from '@/lib/partner/outside-text';
import type { SeenRoutine } from '@/lib/routines/seen-routine';
import { storeRoutine } from '@/lib/routines/store-routine';
import { recordFoundChange } from '@/lib/webhooks/sync/record-found-change';
import { createRoutine } from './create-routine';

type Submission = {
  payment: Payment;
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
export async function submitPayment({
  payment,
  accessToken,
  isTooLate,
}: Submission): Promise<void> {
  let routine: SeenRoutine;
  try {
    await failpoint('submit.before_call');
    // A process that was asleep until now may have been given up already: it must not send.
    if (isTooLate()) throw new NotSentError();
    routine = await createRoutine(payment, accessToken);
    await failpoint('submit.after_call');
  } catch (error) {
    await failpoint('submit.before_failure');
    await writeFailure(payment, error);
    await failpoint('submit.after_failure');
    return;
  }
  await db().$transaction(async (tx) => {
    // Events about the routine are on their way, and this is the news that they bring.
    await recordFoundChange(tx, {
      resource: 'routine',
      astraId: outsideId(routine.id),
      wasTold: false,
      // Written before the request was sent, so whatever a look has seen since is newer.
      write: () => storeRoutine(tx, payment.userId, routine, payment.createdAt),
    });
    await failpoint('submit.in_acceptance');
    // The answer to our own call needs no further evidence than that it is the answer.
    await tx.payment.updateMany({
      where: { id: payment.id, routineAstraId: null },
      data: { status: 'accepted', routineAstraId: routine.id, refusal: null },
    });
    await recordAudit(tx, {
      ...storyOf(payment),
      action: 'payment.accepted',
      detail: 'Astra accepted the payment.',
    });
    await failpoint('submit.before_commit');
  });
  await failpoint('submit.after_acceptance');
}

function storyOf({ userId, clientCorrelationId }: Payment) {
  return { userId, actorId: null, correlationId: clientCorrelationId };
}

class NotSentError extends Error {
  override name = 'NotSentError';
}

async function writeFailure(payment: Payment, error: unknown): Promise<void> {
  const neverSent = error instanceof NotSentError;
  const refused = neverSent || (error instanceof AstraError && !error.outcomeUnknown);
  log().warn({ paymentId: payment.id, err: error, refused }, 'a payment was not accepted');
  const refusal = neverSent ? tooSlow : explain(error);
  await db().$transaction(async (tx) => {
    await tx.payment.updateMany({
      where: { id: payment.id, status: 'sending' },
      data: refused ? { status: 'refused', refusal } : { status: 'unknown' },
    });
    await failpoint('submit.in_failure');
    await recordAudit(tx, {
      ...storyOf(payment),
      action: refused ? 'payment.refused' : 'payment.unknown',
      detail: refused ? refusal : 'Astra gave no answer that proves what became of the payment.',
      astraRequestId: error instanceof AstraError ? (error.requestId ?? null) : null,
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
