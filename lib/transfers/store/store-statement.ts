import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { prepared } from '@/lib/db/prepared';
import { timeOrderedId } from '@/lib/db/time-ordered-id';
import { liveChannel } from '@/lib/live/notify';
import { hasUndecided } from '@/lib/payments/settle/settle-now';
import { askingEvents } from '@/lib/webhooks/sync/finish-events';

export type Seen = {
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
  /** Whether a payment of this person may be the routine's, and is not known to be. */
  hasUntiedPayment: boolean;
};

/**
 * Writes down a transfer as it was seen, in one journey to the database: the row, its history, what
 * was found changed, that its payment has a transfer, and the news for the pages of both people.
 * Nothing is written when what is known is somebody else's here, or newer, or in a status from which
 * this one cannot follow.
 *
 * A transfer that another transaction has written since this statement began is not written over,
 * because it was not seen as `known` here.
 *
 * @param eventIds also ends these events, which asked for the look. Then the statement needs no
 * transaction around it: it writes nothing at all when more is to be done than it does.
 */
export function storeStatement(seen: Seen, eventIds?: readonly string[]): Prisma.Sql {
  const { userId, astraId, columns, barredFrom, references, wasTold } = seen;
  const alone = eventIds && endingEvents(seen, eventIds);
  const json = JSON.stringify({ ...columns, amountCents: columns.amountCents?.toString() });
  return Prisma.sql`${prepared}
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
    untied AS MATERIALIZED (
      SELECT FROM payments WHERE user_id = ${userId}::uuid AND routine_astra_id IS NULL
        AND client_correlation_id = ANY(${references}::text[])),
    ${alone?.before ?? Prisma.empty}
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
      WHERE coalesce("amountCents", amount_cents) IS NOT NULL ${alone?.condition ?? Prisma.empty}
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
      RETURNING id, user_id, status, routine_astra_id, destination_astra_user_id),
    ${alone?.after ?? Prisma.empty}
    history AS (
      INSERT INTO transfer_status_changes (transfer_id, status) SELECT id, status FROM stored
      ON CONFLICT DO NOTHING),
    found AS (
      INSERT INTO found_changes (id, resource, astra_id, before, after, was_told)
      SELECT ${timeOrderedId()}::uuid, 'transfer', ${astraId}, known.status, stored.status, ${wasTold}
      FROM stored LEFT JOIN known ON true
      WHERE known.status IS DISTINCT FROM stored.status),
    paid AS (
      UPDATE payments SET transfer_seen_at = clock_timestamp() FROM stored
      WHERE payments.user_id = stored.user_id AND transfer_seen_at IS NULL
        AND payments.routine_astra_id = stored.routine_astra_id),
    told AS (
      SELECT pg_notify(${liveChannel}, json_build_object('userId', user_id)::text) FROM (
        SELECT user_id FROM stored
        UNION
        SELECT receiver.user_id FROM stored JOIN astra_connections receiver
          ON receiver.astra_user_id = stored.destination_astra_user_id) AS people)
    SELECT (SELECT id::text FROM stored) AS id,
      (SELECT json_build_object('isTheirs', is_theirs, 'status', status, 'isNewer', is_newer)
        FROM known) AS known,
      EXISTS (SELECT FROM untied) AS "hasUntiedPayment",
      (SELECT count(*) FROM told) AS told`;
}

/**
 * The parts that end events. More is to be done when an event told of something that was not seen, or
 * a payment of this person is undecided, or may be that of the transfer.
 */
function endingEvents({ userId, columns }: Seen, eventIds: readonly string[]) {
  const outcome = storedOutcome(columns.status);
  const isFoundNow = Prisma.sql`(SELECT status FROM known) IS DISTINCT FROM ${columns.status}`;
  return {
    before: Prisma.sql`
      asking AS MATERIALIZED (${askingEvents(eventIds, { isFoundNow })}),`,
    condition: Prisma.sql`
      AND NOT EXISTS (SELECT FROM asking WHERE NOT is_explained) AND NOT EXISTS (SELECT FROM untied)
      AND NOT ${hasUndecided(Prisma.sql`${userId}::uuid`)}`,
    after: Prisma.sql`
      done AS (
        UPDATE webhook_events
        SET status = 'done', outcome = ${outcome}, handled_at = clock_timestamp()
        FROM stored, asking
        WHERE webhook_events.id = asking.id AND webhook_events.status = 'received'),`,
  };
}

/** What is said of a transfer that was written down. */
export function storedOutcome(status: string): string {
  return `The transfer is ${status}.`;
}
