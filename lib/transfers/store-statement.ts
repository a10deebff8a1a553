import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { timeOrderedId } from '@/lib/db/time-ordered-id';
import { liveChannel } from '@/lib/live/notify';

type Seen = {
  userId: string;
  astraId: string;
  /** The columns of a transfer by the names of the schema. What is left out stays as it is known. */
  columns: { status: string; amountCents?: bigint } & Record<string, unknown>;
  /** Statuses from which a transfer does not get to the one that was seen. */
  barredFrom: readonly string[];
  /** By which a payment that is not known to have a routine could be that of this transfer. */
  references: readonly string[];
  /** Whether an event had told that something changed. */
  wasTold: boolean;
};

/** What the statement answers, in one row. */
export type Stored = {
  /** Our id of the transfer; null when nothing was written. */
  id: string | null;
  /** What was known before, whosever it is. The row is locked until the transaction ends. */
  known: { isTheirs: boolean; status: string; isNewer: boolean } | null;
  /** Whether a payment of this person waits to be tied to the routine, or for its first transfer. */
  hasWaitingPayment: boolean;
};

/**
 * Writes down a transfer as it was seen, in one journey to the database: the row, its history, what
 * was found changed, and the news for the pages of both people. Nothing is written when that is
 * somebody else's here, or newer, or in a status from which this one cannot follow.
 *
 * A transfer that another transaction has written since this statement began is not written over,
 * because it was not seen as `known` here.
 */
export function storeStatement(seen: Seen): Prisma.Sql {
  const { userId, astraId, columns, barredFrom, references, wasTold } = seen;
  const json = JSON.stringify({ ...columns, amountCents: columns.amountCents?.toString() });
  return Prisma.sql`
    WITH seen AS MATERIALIZED (
      SELECT * FROM json_to_record(${json}::json) AS seen(
        "routineAstraId" text, name text, status text, "amountCents" bigint, "sourceAstraId" text,
        "destinationAstraId" text, "failureReason" text, "initiatedAt" timestamptz,
        "startedAt" timestamptz, "estimatedClearing" timestamptz, "astraUpdatedAt" timestamptz,
        "paymentType" text, "routineType" text, "clientCorrelationId" text,
        "destinationAstraUserId" text, "settlementReason" text)),
    known AS MATERIALIZED (
      SELECT user_id = ${userId}::uuid AS is_theirs, transfers.status, amount_cents, started_at,
        coalesce(astra_updated_at > seen."astraUpdatedAt", false) AS is_newer
      FROM transfers, seen WHERE astra_id = ${astraId} FOR UPDATE OF transfers),
    stored AS (
      INSERT INTO transfers AS old (id, user_id, astra_id, routine_astra_id, name, status,
        amount_cents, source_astra_id, destination_astra_id, failure_reason, initiated_at,
        started_at, estimated_clearing, astra_updated_at, payment_type, routine_type,
        client_correlation_id, destination_astra_user_id, settlement_reason)
      SELECT ${timeOrderedId()}::uuid, ${userId}::uuid, ${astraId}, "routineAstraId", name, seen.status,
        coalesce("amountCents", amount_cents), "sourceAstraId", "destinationAstraId",
        "failureReason", "initiatedAt", coalesce("startedAt", started_at, clock_timestamp()),
        "estimatedClearing", "astraUpdatedAt", "paymentType", "routineType",
        "clientCorrelationId", "destinationAstraUserId", "settlementReason"
      FROM seen LEFT JOIN known ON true
      WHERE coalesce("amountCents", amount_cents) IS NOT NULL
      ON CONFLICT (astra_id) DO UPDATE SET
        routine_astra_id = excluded.routine_astra_id, name = excluded.name,
        status = excluded.status, amount_cents = excluded.amount_cents,
        source_astra_id = excluded.source_astra_id,
        destination_astra_id = excluded.destination_astra_id,
        failure_reason = excluded.failure_reason, initiated_at = excluded.initiated_at,
        started_at = excluded.started_at, estimated_clearing = excluded.estimated_clearing,
        astra_updated_at = excluded.astra_updated_at, payment_type = excluded.payment_type,
        routine_type = excluded.routine_type,
        client_correlation_id = excluded.client_correlation_id,
        destination_astra_user_id = excluded.destination_astra_user_id,
        settlement_reason = excluded.settlement_reason, updated_at = clock_timestamp()
      WHERE old.user_id = excluded.user_id AND NOT old.status = ANY(${barredFrom}::text[])
        AND EXISTS (SELECT FROM known WHERE NOT is_newer)
      RETURNING id, user_id, status, destination_astra_user_id),
    history AS (
      INSERT INTO transfer_status_changes (transfer_id, status) SELECT id, status FROM stored
      ON CONFLICT DO NOTHING),
    found AS (
      INSERT INTO found_changes (id, resource, astra_id, before, after, was_told)
      SELECT ${timeOrderedId()}::uuid, 'transfer', ${astraId}, known.status, stored.status, ${wasTold}
      FROM stored LEFT JOIN known ON true
      WHERE known.status IS DISTINCT FROM stored.status),
    told AS (
      SELECT pg_notify(${liveChannel}, json_build_object('userId', user_id)::text) FROM (
        SELECT user_id FROM stored
        UNION
        SELECT receiver.user_id FROM stored JOIN astra_connections receiver
          ON receiver.astra_user_id = stored.destination_astra_user_id) AS people)
    SELECT (SELECT id::text FROM stored) AS id,
      (SELECT json_build_object('isTheirs', is_theirs, 'status', status, 'isNewer', is_newer)
        FROM known) AS known,
      EXISTS (SELECT FROM payments, seen WHERE payments.user_id = ${userId}::uuid AND (
        (routine_astra_id = "routineAstraId" AND transfer_seen_at IS NULL)
        OR (routine_astra_id IS NULL AND payments.client_correlation_id = ANY(${references}::text[])
      ))) AS "hasWaitingPayment",
      (SELECT count(*) FROM told) AS told`;
}
