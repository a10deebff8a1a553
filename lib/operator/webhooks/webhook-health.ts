import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { countedUpTo } from './counted-up-to';
import { silentHours, usualInWeek } from './find-silence';
import { isUntold } from './is-untold';

/** How Astra's webhooks have been doing, in figures. */
export type WebhookHealth = {
  lastAt: Date | null;
  /** How many are in the inbox and not done with. */
  waiting: number;
  /** How many were given up. */
  parked: number;
  /** How many came in the last 24 hours and are done with. */
  done: number;
  /** How many changes of the last 24 hours were found although no webhook told of them. */
  untold: number;
  /** Whether none came for so long that it is odd if they usually come. */
  isSilent: boolean;
  /** Whether they came every hour, on average, in the week before that. */
  isUsual: boolean;
};

const everyStatus = Prisma.sql`status = ANY(enum_range(NULL::webhook_status))`;

/** Of all people: for operators alone. */
export async function readWebhookHealth(): Promise<WebhookHealth> {
  const [row] = await db().$queryRaw<WebhookHealth[]>`
    WITH silence (since) AS (SELECT clock_timestamp() - make_interval(hours => ${silentHours}::int)),
    last (at) AS (
      SELECT max(newest) FROM unnest(enum_range(NULL::webhook_status)) AS kind, LATERAL (
        SELECT max(received_at) AS newest FROM webhook_events WHERE status = kind) AS of_kind)
    SELECT
      at AS "lastAt",
      ${count(Prisma.sql`webhook_events WHERE status = 'received'`)} AS waiting,
      ${count(Prisma.sql`webhook_events WHERE status = 'parked'`)} AS parked,
      ${count(Prisma.sql`webhook_events WHERE status = 'done'
        AND received_at > clock_timestamp() - interval '1 day'`)} AS done,
      ${count(Prisma.sql`found_changes WHERE ${isUntold}
        AND found_at > clock_timestamp() - interval '1 day'`)} AS untold,
      coalesce(at < since, true) AS "isSilent",
      ${count(
        Prisma.sql`webhook_events WHERE ${everyStatus}
          AND received_at BETWEEN since - interval '7 days' AND since`,
        usualInWeek,
      )} >= ${usualInWeek}::int AS "isUsual"
    FROM silence, last`;
  if (!row) throw new Error('PostgreSQL gave no figures.');
  return row;
}

function count(rows: Prisma.Sql, most = countedUpTo): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM ${rows} LIMIT ${most}) AS counted)`;
}
