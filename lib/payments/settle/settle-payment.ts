import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import { recordAudit } from '@/lib/audit/record-audit';
import { databaseTime } from '@/lib/db/database-time';
import { type Payment, Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { failpoint } from '@/lib/failpoints/failpoint';
import { mostPages } from '@/lib/lists/most-pages';
import { notifyUser } from '@/lib/live/notify';
import { log } from '@/lib/log/logger';
import { waitLonger } from '@/lib/looks/schedule';
import { astra } from '@/lib/partner/astra';
import { outsideId } from '@/lib/partner/outside-text';
import { type SeenRoutine, seenRoutine } from '@/lib/routines/seen-routine';
import { storeRoutine } from '@/lib/routines/store-routine';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { recordFoundChange } from '@/lib/webhooks/sync/record-found-change';
import { enqueueSettlement } from './enqueue-settlement';
import { couldBeRoutineOf, hasItsReference, isRoutineOf } from './is-routine-of';

/** How long after the last possible send Astra's list may still lag behind what it created. */
const listLagSeconds = assumptions.listLagMs / 1000;
const negativeReadsNeeded = 2;
const firstWaitSeconds = 15;
/** The first moment at which Astra's list proves something, so that the wait never leads past it. */
const provenFrom = Prisma.sql`send_by + make_interval(secs => ${listLagSeconds + 1}::float8)`;

/**
 * A routine made this much before our payment cannot be its own, whatever the clocks say. Astra's
 * times have no offset: should they not be UTC, they are off by hours.
 */
const clockToleranceMs = 24 * 60 * 60_000;

/**
 * Finds out what became of a payment that has no outcome, by looking through the person's routines
 * at Astra. Found, it is accepted. Absent, twice, after the time in which it could still have been
 * sent or be missing from the list, it was never executed. It is never sent again.
 */
export async function settlePayment(paymentId: string): Promise<void> {
  const payment = await claimUndecided(paymentId);
  if (!payment) return;
  await failpoint('settle.claimed');
  try {
    // What the list shows is true of the moment before it was asked for, not of the one after.
    const readAt = await databaseTime();
    const found = await findRoutine(payment);
    await failpoint('settle.after_look');
    if (found === 'absent') await recordAbsence(payment, readAt);
    else if (found !== 'unsure') {
      // A list that lags shows what may be as old as the payment; any look at the routine is newer.
      await db().$transaction(async (tx) => {
        await recordFoundChange(tx, {
          resource: 'routine',
          astraId: outsideId(found.id),
          wasTold: false,
          write: () => storeRoutine(tx, payment.userId, found, payment.createdAt),
        });
        await failpoint('settle.before_commit');
      });
      await failpoint('settle.after_commit');
    }
  } catch (error) {
    if (!(error instanceof NeedsAuthorizationError)) throw error;
    log().warn({ paymentId }, 'a payment waits for its person to authorize us again');
  }
  await lookLater(paymentId);
}

/**
 * Still undecided, it is looked at again, after a wait that grows with each look. Whatever made the
 * waits begin anew, one look comes as soon as it counts.
 */
async function lookLater(paymentId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const [wait] = await tx.$queryRaw<{ ms: number }[]>`
      UPDATE payments SET ${waitLonger(firstWaitSeconds, provenFrom)}
      WHERE id = ${paymentId}::uuid AND status = 'unknown'
      RETURNING extract(epoch FROM next_look_at - clock_timestamp())::float8 * 1000 AS ms`;
    if (wait) await enqueueSettlement(tx, paymentId, Math.max(0, wait.ms));
  });
}

/** A payment still `sending` after its deadline has lost its sender: it is `unknown` from here. */
async function claimUndecided(paymentId: string): Promise<Payment | null> {
  await db().$executeRaw`
    UPDATE payments SET status = 'unknown'
    WHERE id = ${paymentId}::uuid AND status = 'sending' AND send_by < clock_timestamp()`;
  const payment = await db().payment.findUnique({ where: { id: paymentId } });
  if (payment?.status === 'sending') {
    await db().$transaction((tx) => enqueueSettlement(tx, paymentId, firstWaitSeconds * 1000));
  }
  return payment?.status === 'unknown' ? payment : null;
}

/**
 * Astra lists the newest first, so the search ends at the first routine that is too old.
 *
 * @returns `unsure` when a routine that no payment is known to have made could be the one: that is no
 * proof of anything, so the payment stays `unknown`.
 */
async function findRoutine(payment: Payment): Promise<SeenRoutine | 'absent' | 'unsure'> {
  const oldest = payment.createdAt.getTime() - clockToleranceMs;
  return withAccessToken(payment.userId, async (accessToken) => {
    const doubtful = new Set<string>();
    const list = astra().routines.list({ accessToken });
    for await (const listed of list.entries({ mostPages })) {
      const routine = seenRoutine(listed);
      if (hasItsReference(payment, routine))
        return isRoutineOf(payment, routine) ? routine : 'unsure';
      if (routine.created && routine.created.getTime() < oldest) break;
      if (couldBeRoutineOf(payment, routine)) doubtful.add(outsideId(routine.id));
    }
    return (await areAllOwned(payment.userId, [...doubtful])) ? 'absent' : 'unsure';
  });
}

/** Whether each of these routines is known to be that of a payment of the person's. */
async function areAllOwned(userId: string, routineAstraIds: string[]): Promise<boolean> {
  if (routineAstraIds.length === 0) return true;
  const where = { userId, routineAstraId: { in: routineAstraIds } };
  return (await db().payment.count({ where })) === routineAstraIds.length;
}

/**
 * Two looks count as two only when the second began after the first was written down. The waits
 * begin anew with a look that counts: only one more stands between the person and certainty.
 */
async function recordAbsence(payment: Payment, readAt: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const counted = await tx.$executeRaw`
      UPDATE payments SET negative_reads = negative_reads + 1, looks = 0
      WHERE id = ${payment.id}::uuid AND status = 'unknown'
        AND negative_reads = ${payment.negativeReads}
        AND send_by + make_interval(secs => ${listLagSeconds}) < ${readAt}`;
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
    if (count === 0) return;
    await recordAudit(tx, {
      userId: payment.userId,
      actorId: null,
      correlationId: payment.clientCorrelationId,
      action: 'payment.not_executed',
      detail: 'Astra showed no such payment in two looks, so it was given up.',
    });
    await notifyUser(tx, payment.userId);
    await failpoint('settle.in_absence');
  });
  await failpoint('settle.after_absence');
}
