import 'server-only';
import { pacificToday } from '@/lib/cards/pacific-today';
import type { Payment, Routine } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { dayWords } from './arrival/day-words';
import { asItStands } from './as-it-stands';
import { isAwaited, isUndecided, paymentsAndRoutines } from './open-rows';
import { paymentTerms } from './order/payment-order';

/** A payment without a transfer. */
export type OpenPayment = Payment & {
  /** How its routine stands, as far as that is known. */
  routineStatus: string | null;
  /** The Pacific day on which it begins, in words, while that lies ahead. */
  starts: string | null;
};

/** Few enough for one look at them; the list of routines has the others. */
export const mostAwaited = 20;

type Found = Pick<Payment, 'id'> &
  Pick<Routine, 'name' | 'amountCents'> & { routineStatus: string | null };

/**
 * This person's payments that no transfer stands for yet: first all of which nobody knows what became
 * of them, then the newest that Astra has accepted to pay once. Whoever has just sent must find it,
 * or they would send again.
 */
export async function listOpenPayments(userId: string): Promise<OpenPayment[]> {
  const open = await db().$queryRaw<Found[]>`
    (SELECT p.id, r.status AS "routineStatus", r.name, r.amount_cents AS "amountCents"
      FROM ${paymentsAndRoutines}
      WHERE p.user_id = ${userId}::uuid AND p.transfer_seen_at IS NULL AND ${isUndecided}
      ORDER BY p.created_at DESC, p.id DESC)
    UNION ALL
    (SELECT p.id, r.status, r.name, r.amount_cents FROM ${paymentsAndRoutines}
      WHERE p.user_id = ${userId}::uuid AND ${isAwaited}
      ORDER BY p.created_at DESC, p.id DESC LIMIT ${mostAwaited})`;
  const routineOf = new Map(open.map(({ id, ...routine }) => [id, routine]));
  const placeOf = new Map(open.map(({ id }, place) => [id, place]));
  const found = await db().payment.findMany({ where: { userId, id: { in: [...placeOf.keys()] } } });
  const payments = found.toSorted((a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0));
  const today = await pacificToday();
  return payments.map((payment) => {
    // Terms that an older release wrote may read differently now.
    const { startDate } = paymentTerms.catch({}).parse(payment.terms);
    const routine = routineOf.get(payment.id);
    return {
      ...asItStands(payment, routine),
      routineStatus: routine?.routineStatus ?? null,
      starts: startDate && startDate > today ? dayWords(startDate, today) : null,
    };
  });
}
