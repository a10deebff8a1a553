import 'server-only';
import { z } from 'zod';
import type { Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { readPage } from '@/lib/lists/page-of';
import { asItStands } from '@/lib/payments/as-it-stands';
import { findPayment } from '@/lib/payments/find-payment';
import { findTransfer } from '@/lib/transfers/detail/find-transfer';
import { joinStory } from '@/lib/transfers/detail/join-story';
import { readStory } from '@/lib/transfers/detail/read-story';

/** What operators sent, whoever stood for the program then. For operators alone. */
const isByOperator = { operatorId: { not: null } } as const;

/** More than any payment has. */
const mostActs = 100;

/** One page of what operators sent, newest first, with how its routine and its transfer stand. */
export async function listSentByOperators(page: number) {
  const found = await readPage(
    { page, size: 25 },
    () => db().payment.count({ where: isByOperator }),
    (range) =>
      db().payment.findMany({
        where: isByOperator,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        ...range,
      }),
  );
  const emailOf = await emailsOf(found.items);
  const [routineOf, transferOf] = await Promise.all([
    routinesOf(found.items),
    transfersOf(found.items),
  ]);
  const items = found.items.map((payment) => ({
    ...asItStands(payment, transferOf(payment) ?? routineOf(payment)),
    operatorEmail: emailOf(payment.operatorId),
    payeeEmail: emailOf(payment.recipientId),
    transfer: transferOf(payment),
    routineStatus: routineOf(payment)?.status ?? null,
  }));
  return { ...found, items };
}

export type SentByOperator = Awaited<ReturnType<typeof listSentByOperators>>['items'][number];

/** Something that an operator sent, with its routine, its transfer and all that happened, or null. */
export async function findSentByOperator(id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const sent = await db().payment.findFirst({ where: { id, ...isByOperator } });
  const payment = sent && (await findPayment(sent.userId, id));
  if (!payment) return null;
  const { userId, clientCorrelationId: correlationId } = payment;
  const emailOf = await emailsOf([payment]);
  const transfer = payment.transfer && (await findTransfer(userId, payment.transfer.id));
  const acts = await db().auditEvent.findMany({
    where: { userId, correlationId },
    orderBy: { at: 'asc' },
    take: mostActs,
  });
  return {
    payment,
    operatorEmail: emailOf(payment.operatorId),
    payeeEmail: emailOf(payment.recipientId),
    transfer,
    story: transfer ? await readStory(transfer) : joinStory({ acts, events: [], statuses: [] }),
  };
}

async function emailsOf(payments: readonly Pick<Payment, 'operatorId' | 'recipientId'>[]) {
  const ids = payments.flatMap(({ operatorId, recipientId }) => [operatorId, recipientId]);
  const users = await db().user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, email: true },
  });
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  return (id: string | null) => emails.get(id ?? '') ?? null;
}

type Made = Pick<Payment, 'userId' | 'routineAstraId'>;

async function routinesOf(payments: readonly Made[]) {
  const routines = await db().routine.findMany({
    where: {
      userId: { in: payments.map(({ userId }) => userId) },
      astraId: { in: payments.flatMap(({ routineAstraId }) => routineAstraId ?? []) },
    },
    select: { astraId: true, name: true, amountCents: true, status: true },
  });
  const byId = new Map(routines.map((routine) => [routine.astraId, routine]));
  return ({ routineAstraId }: Made) =>
    routineAstraId === null ? null : (byId.get(routineAstraId) ?? null);
}

/** Each payment is made once, so it has one transfer. */
async function transfersOf(payments: readonly Made[]) {
  const transfers = await db().transfer.findMany({
    where: {
      userId: { in: payments.map(({ userId }) => userId) },
      routineAstraId: { in: payments.flatMap(({ routineAstraId }) => routineAstraId ?? []) },
    },
    include: {
      history: { where: { status: 'processed' }, select: { status: true } },
      chargebacks: { select: { disputeStatus: true, actionStatus: true } },
    },
  });
  const byRoutine = new Map(transfers.map((transfer) => [transfer.routineAstraId, transfer]));
  return ({ routineAstraId }: Made) =>
    routineAstraId === null ? null : (byRoutine.get(routineAstraId) ?? null);
}
