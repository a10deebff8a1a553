import 'server-only';
import type { Routine } from '@/lib/astra';
import { assumptions } from '@/lib/astra/contract';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { storeRoutine } from '@/lib/routines/store-routine';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { enqueueSettlement } from './enqueue-settlement';

/** How long after the last possible send Astra's list may still lag behind what it created. */
const listLagSeconds = assumptions.listLagMs / 1000;
const negativeReadsNeeded = 2;
const nextLookMs = 15_000;

/** A routine made this much before our payment cannot be its own, whatever the clocks say. */
const clockToleranceMs = 5 * 60_000;

/**
 * Finds out what became of a payment that has no outcome, by looking through the person's routines
 * at Astra. Found, it is accepted. Absent, twice, after the time in which it could still have been
 * sent or be missing from the list, it was never executed. It is never sent again.
 */
export async function settlePayment(paymentId: string): Promise<void> {
  const payment = await claimUndecided(paymentId);
  if (!payment) return;
  try {
    const routine = await findRoutine(payment);
    if (routine) {
      await db().$transaction((tx) => storeRoutine(tx, payment.userId, routine));
    } else {
      await recordAbsence(payment);
    }
  } catch (error) {
    if (!(error instanceof NeedsAuthorizationError)) throw error;
    log().warn({ paymentId }, 'a payment waits for its person to authorize us again');
  }
  const after = await db().payment.findUnique({ where: { id: paymentId } });
  if (after?.status === 'unknown') {
    await db().$transaction((tx) => enqueueSettlement(tx, paymentId, nextLookMs));
  }
}

/** A payment still `sending` after its deadline has lost its sender: it is `unknown` from here. */
async function claimUndecided(paymentId: string): Promise<Payment | null> {
  await db().$executeRaw`
    UPDATE payments SET status = 'unknown'
    WHERE id = ${paymentId}::uuid AND status = 'sending' AND send_by < clock_timestamp()`;
  const payment = await db().payment.findUnique({ where: { id: paymentId } });
  if (payment?.status === 'sending') {
    await db().$transaction((tx) => enqueueSettlement(tx, paymentId, nextLookMs));
  }
  return payment?.status === 'unknown' ? payment : null;
}

/** Astra lists the newest first, so the search ends at the first routine that is too old. */
async function findRoutine(payment: Payment): Promise<Routine | null> {
  const oldest = payment.createdAt.getTime() - clockToleranceMs;
  return withAccessToken(payment.userId, async (accessToken) => {
    for await (const routine of astra().routines.list({ accessToken })) {
      if (routine.client_correlation_id === payment.clientCorrelationId) return routine;
      if (routine.created && routine.created.getTime() < oldest) return null;
    }
    return null;
  });
}

async function recordAbsence(payment: Payment): Promise<void> {
  await db().$transaction(async (tx) => {
    const counted = await tx.$executeRaw`
      UPDATE payments SET negative_reads = negative_reads + 1
      WHERE id = ${payment.id}::uuid AND status = 'unknown'
        AND send_by + make_interval(secs => ${listLagSeconds}) < clock_timestamp()`;
    if (counted === 0) return;
    const { count } = await tx.payment.updateMany({
      where: {
        id: payment.id,
        status: 'unknown',
        negativeReads: { gte: negativeReadsNeeded },
      },
      data: {
        status: 'not_executed',
        refusal:
          'Astra never received this payment. No money has moved, and you can send it again.',
      },
    });
    if (count > 0) await notifyUser(tx, payment.userId);
  });
}
