import 'server-only';
import { pacificToday } from '@/lib/cards/pacific-today';
import type { PaymentEndKind } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { dayWords } from '@/lib/payments/arrival/day-words';
import { paymentTerms } from '@/lib/payments/order/payment-order';
import type { Sender } from '@/lib/transfers/received/show-received';
import { plannedTo } from './planned-to';
import { namelessPerson } from './short-name';

/** What somebody else has planned to send this person: never from what, or what their note says. */
export type PlannedPayment = {
  id: string;
  sender: Sender;
  amountCents: bigint | null;
  isPaused: boolean;
  repeats: boolean;
  /** The Pacific day on which it begins, in words, while that lies ahead. */
  starts: string | null;
};

/** More than most people have; anybody may plan any number for somebody else. */
const most = 50;

type Row = {
  id: string;
  sourceKind: PaymentEndKind;
  routineType: string;
  terms: unknown;
  amountCents: bigint | null;
  status: string;
  senderName: string | null;
  total: number;
};

/** The newest of what other people have planned to send this person, and how many there are in all. */
export async function listPlanned(
  recipientId: string,
): Promise<{ payments: PlannedPayment[]; total: number }> {
  const [today, rows] = await Promise.all([
    pacificToday(),
    db().$queryRaw<Row[]>`
      SELECT p.id, p.source_kind AS "sourceKind", p.routine_type AS "routineType", p.terms,
        r.amount_cents AS "amountCents", r.status, count(*) OVER ()::int AS total,
        (SELECT c.short_name FROM astra_connections c WHERE c.user_id = p.user_id) AS "senderName"
      ${plannedTo(recipientId)}
      ORDER BY p.created_at DESC, p.id DESC
      LIMIT ${most}`,
  ]);
  return { payments: rows.map((row) => toShown(row, today)), total: rows[0]?.total ?? 0 };
}

function toShown(planned: Row, today: string): PlannedPayment {
  const { id, sourceKind, routineType, terms, amountCents, status, senderName } = planned;
  const { startDate } = paymentTerms.catch({}).parse(terms);
  return {
    id,
    // What leaves a settlement account is the program's money, and no person's.
    sender:
      sourceKind === 'payment_instrument'
        ? { kind: 'program' }
        : { kind: 'person', name: senderName ?? namelessPerson },
    amountCents,
    isPaused: status === 'inactive',
    repeats: routineType !== 'one-time',
    starts: startDate && startDate > today ? dayWords(startDate, today) : null,
  };
}
