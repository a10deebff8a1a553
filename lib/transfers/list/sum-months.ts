import 'server-only';
import { db } from '@/lib/db/prisma';

/** What moved in one month, in integer cents. */
export type MonthSums = {
  /** `YYYY-MM`, in Pacific time: Astra counts its days there. */
  month: string;
  /** From other people to this person: what arrived. */
  inCents: bigint;
  /** From this person to others. */
  outCents: bigint;
  /** Between this person's own cards and accounts. */
  ownCents: bigint;
};

/** How many months are looked back on, this one included. */
const months = 12;

/**
 * What has arrived in each of the last twelve months, the oldest first; months without anything are
 * there as well. Only what is processed counts: the rest has not moved, or has gone back.
 */
export async function sumMonths(userId: string): Promise<MonthSums[]> {
  const rows = await db().$queryRaw<
    { month: string; in_cents: string; out_cents: string; own_cents: string }[]
  >`
    WITH me AS (SELECT astra_user_id FROM astra_connections WHERE user_id = ${userId}::uuid),
    span AS (
      SELECT generate_series(this_month - make_interval(months => ${months - 1}::int), this_month,
                             interval '1 month') AS month
      FROM date_trunc('month', clock_timestamp() AT TIME ZONE 'America/Los_Angeles') this_month),
    beginning AS (SELECT min(month) AT TIME ZONE 'America/Los_Angeles' AS at FROM span),
    moved AS (
      SELECT t.amount_cents, t.started_at,
        CASE WHEN coalesce(t.destination_astra_user_id, p.destination_astra_user_id)
                  <> (SELECT astra_user_id FROM me) THEN 'out' ELSE 'own' END AS way
      FROM transfers t
      LEFT JOIN payments p ON p.routine_astra_id = t.routine_astra_id AND p.user_id = t.user_id
      WHERE t.user_id = ${userId}::uuid AND t.status = 'processed'
        AND t.started_at >= (SELECT at FROM beginning)
      UNION ALL
      -- What was previewed to arrive holds for the amount that was confirmed (../is-as-confirmed.ts).
      SELECT CASE WHEN p.amount_cents = t.amount_cents
        THEN coalesce(p.push_cents, t.amount_cents) ELSE t.amount_cents END, t.started_at, 'in'
      FROM transfers t
      LEFT JOIN payments p ON p.routine_astra_id = t.routine_astra_id AND p.user_id = t.user_id
        AND p.recipient_id = ${userId}::uuid
      WHERE t.destination_astra_user_id = (SELECT astra_user_id FROM me)
        AND t.user_id <> ${userId}::uuid AND t.status = 'processed'
        AND t.started_at >= (SELECT at FROM beginning))
    SELECT to_char(span.month, 'YYYY-MM') AS month,
      coalesce(sum(amount_cents) FILTER (WHERE way = 'in'), 0)::text AS in_cents,
      coalesce(sum(amount_cents) FILTER (WHERE way = 'out'), 0)::text AS out_cents,
      coalesce(sum(amount_cents) FILTER (WHERE way = 'own'), 0)::text AS own_cents
    FROM span
    LEFT JOIN moved
      ON date_trunc('month', moved.started_at AT TIME ZONE 'America/Los_Angeles') = span.month
    GROUP BY span.month ORDER BY span.month`;
  return rows.map((row) => ({
    month: row.month,
    inCents: BigInt(row.in_cents),
    outCents: BigInt(row.out_cents),
    ownCents: BigInt(row.own_cents),
  }));
}
