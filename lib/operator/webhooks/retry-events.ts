import 'server-only';
import { recordAudit } from '@/lib/audit/record-audit';
import { Prisma } from '@/lib/db/generated/client';
import { db, type Transaction } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { enqueueSyncs } from '@/lib/jobs/enqueue-sync';
import { ofThisEnvironment } from '@/lib/webhooks/of-this-environment';
import { resourceOf, resources } from '@/lib/webhooks/resource-of';
import { type EventSubject, subjectsOf } from '@/lib/webhooks/subjects-of';

/** Event types that make us look at something. */
export const retryableTypes: readonly string[] = Object.keys(resources);

/** Whether trying this event again would do anything. */
export function isRetryable(event: { webhookType: string; environment: string }): boolean {
  return resourceOf(event.webhookType) !== null && event.environment === env().ASTRA_ENVIRONMENT;
}

/** Few enough for one short transaction. Whoever has more presses again. */
const mostAtOnce = 1_000;

type Which = { eventId: string } | { reason: string };

/**
 * Has events that are not done with looked at again: one, or all that wait or were given up for the
 * same reason. Whatever an event told of is read at Astra anew, so trying one again does nothing that
 * was done before; and one that is done stays so.
 *
 * @param operatorId who asks, to be written down.
 * @returns how many events are tried again.
 */
export function retryEvents(operatorId: string, which: Which): Promise<number> {
  return db().$transaction(async (tx) => {
    const taken = await takeUp(tx, which);
    if (taken.length === 0) return 0;
    await enqueueSyncs(tx, subjectsOf(taken));
    await recordAudit(tx, {
      userId: operatorId,
      actorId: operatorId,
      action: 'webhooks.retried',
      detail: `Had ${taken.length} of Astra's events tried again.`,
    });
    return taken.length;
  });
}

function takeUp(tx: Transaction, which: Which): Promise<EventSubject[]> {
  const chosen =
    'eventId' in which
      ? Prisma.sql`id = ${which.eventId}::uuid`
      : Prisma.sql`outcome = ${which.reason}`;
  return tx.$queryRaw<EventSubject[]>`
    WITH chosen (chosen_id) AS MATERIALIZED (
      SELECT id FROM webhook_events
      WHERE status IN ('received', 'parked') AND webhook_type = ANY(${[...retryableTypes]})
        AND ${ofThisEnvironment()} AND ${chosen}
      ORDER BY received_at LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED)
    UPDATE webhook_events
    SET status = 'received', handled_at = NULL, outcome = 'Waiting: an operator had it tried again.'
    FROM chosen WHERE id = chosen_id
    RETURNING webhook_type AS type, resource_id AS "resourceId", astra_user_id AS "astraUserId"`;
}
