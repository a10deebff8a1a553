import { renderToStaticMarkup } from 'react-dom/server';
import { PaymentProgress } from '@/components/send/payment-progress';
import { SentPayment } from '@/components/send/sent-payment';
import { pacificDay } from '@/lib/astra';
import { assumptions } from '@/lib/astra/contract';
import { databaseTime } from '@/lib/db/database-time';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import type { Emulator } from '../astra/emulator';
import { madeRoutines } from '../astra/made-at-astra';
import { worldTime } from '../astra/timeline';
import type { Run } from './plan-runs';

const undecided = new Set(['sending', 'unknown']);

type Routine = Awaited<ReturnType<typeof madeRoutines>>[number];

/**
 * What is wrong now with these payments, as sentences; how many of them are undecided; and which of
 * those although Astra's list proves what became of them.
 */
export async function lookAtRuns(emulator: Emulator, runs: readonly Run[]) {
  const nowMs = await worldTime(emulator);
  const databaseNow = await databaseTime();
  // Payments first: what is said of them must be true of the routines that exist by then.
  const keys = runs.map(({ form }) => form.idempotencyKey);
  const payments = await db().payment.findMany({ where: { idempotencyKey: { in: keys } } });
  const routines = await madeRoutines(emulator);
  const overdue: Run[] = [];
  const problems = runs.flatMap((run) => {
    const payment = payments.find((one) => one.idempotencyKey === run.form.idempotencyKey);
    if (!payment) return [];
    const made = routines.filter((one) => one.clientCorrelationId === payment.clientCorrelationId);
    const sendBy = nowMs + payment.sendBy.getTime() - databaseNow.getTime();
    const provenAtMs = made[0]
      ? made[0].createdMs + run.payer.lagMs
      : sendBy + assumptions.listLagMs;
    if (undecided.has(payment.status) && nowMs > provenAtMs) overdue.push(run);
    return faultsOf(payment, made).map((problem) => sentenceOf(run, problem));
  });
  const open = payments.filter(({ status }) => undecided.has(status)).length;
  return { problems, payments, undecided: open, overdue };
}

/** A problem of a run, with what tells it from the others. */
export function sentenceOf({ line, way }: Run, problem: string): string {
  return `${line}, ${way.fault?.kind ?? 'answered'}: ${problem}`;
}

/** What the person reads on the payment's own page, and where its form was. */
function pagesOf(payment: Payment): string[] {
  const today = pacificDay(payment.createdAt);
  const pages = [PaymentProgress({ payment, today }), SentPayment({ payment })];
  return pages.map((page) => renderToStaticMarkup(page));
}

const saysChecking = /being checked/;
const saysOver = /not sent|failed|no money has moved/i;

function faultsOf(payment: Payment, made: readonly Routine[]): string[] {
  const { status } = payment;
  const faults: string[] = [];
  if (made.length > 1) faults.push(`${made.length} routines`);
  for (const page of pagesOf(payment)) {
    const isOver = saysOver.test(page);
    if (undecided.has(status) && (isOver || !saysChecking.test(page)))
      faults.push(`undecided, and the person reads: ${page}`);
    if (isOver && made.length > 0) faults.push(`money moves, and the person reads: ${page}`);
  }
  if (status === 'not_executed' && payment.negativeReads < 2)
    faults.push('given up after a single look, which may be of a list that lags');
  if (status === 'accepted' && made[0]?.id !== payment.routineAstraId)
    faults.push('accepted with a routine that is not its own');
  return faults;
}
