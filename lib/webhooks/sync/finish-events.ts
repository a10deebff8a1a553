import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import { Prisma } from '@/lib/db/generated/client';
import { prepared } from '@/lib/db/prepared';
import type { Transaction } from '@/lib/db/prisma';
import { hasUndecided } from '@/lib/payments/settle/settle-now';

/**
 * Keeps PostgreSQL from using another index beside the one for the condition before it. When a backlog
 * has grown since it last counted, it takes `status = 'received'` to be rare, and would read all of it
 * for each look.
 */
const byThisAlone = Prisma.sql`OFFSET 0`;

/** A change may be found a moment before its event comes. */
const aheadSeconds = 1;

const lagSeconds = assumptions.listLagMs / 1000;

/** Written beside an event that is looked at once more. */
export const awaitsNews = 'Waiting: Astra may not show everything yet, and is asked again.';

/**
 * The events about one resource that a look of it ends, as rows `(id, is_explained)`: whether what
 * each told of is known.
 *
 * An event says that its resource changed, but neither how nor when. A look that then finds it as it
 * was may have been answered from an older copy of Astra's data, so the event must be looked at again.
 * Not so when a change was found after the event came, or a moment before; nor when the event came
 * long enough ago for Astra to show everywhere what had happened by then.
 *
 * One change does not answer for two events: a card may have been created and then rejected, and only
 * the first be shown. While fewer changes were found than events came lately, the newest one waits.
 *
 * @param options.isFoundNow whether the look has found a change that is not written down yet.
 */
export function askingEvents(
  eventIds: readonly string[],
  { isFoundNow = Prisma.sql`false` }: { isFoundNow?: Prisma.Sql } = {},
): Prisma.Sql {
  const isOld = Prisma.sql`
    e.received_at < clock_timestamp() - make_interval(secs => ${lagSeconds})`;
  const told = Prisma.sql`(
    SELECT count(*) FROM (
      SELECT id, environment, status, received_at FROM webhook_events
      WHERE resource_id = e.resource_id ${byThisAlone}) AS other
    WHERE other.environment = e.environment
      AND (other.status = 'done' OR other.id = ANY(${eventIds}::uuid[]))
      AND other.received_at > clock_timestamp() - make_interval(secs => ${lagSeconds}))`;
  const found = Prisma.sql`(
    SELECT count(*) FROM found_changes WHERE astra_id = e.resource_id
      AND found_at > clock_timestamp() - make_interval(secs => ${lagSeconds + aheadSeconds}))`;
  const isNews = Prisma.sql`(${isFoundNow} OR EXISTS (
    SELECT FROM found_changes WHERE astra_id = e.resource_id
      AND found_at > e.received_at - make_interval(secs => ${aheadSeconds}::int)))`;
  const isNewest = Prisma.sql`
    row_number() OVER (ORDER BY e.received_at DESC, e.id DESC) = 1`;
  return Prisma.sql`
    SELECT e.id, ${isOld} OR (${isNews}
      AND (NOT is_newest OR ${told} <= ${found} + (${isFoundNow})::int)) AS is_explained
    FROM (
      SELECT id, environment, resource_id, received_at, ${isNewest} AS is_newest
      FROM (
        SELECT id, environment, resource_id, received_at, status FROM webhook_events
        WHERE id = ANY(${eventIds}::uuid[]) ${byThisAlone}) AS e
      WHERE status = 'received') AS e`;
}

type Finished = {
  /** Whether some of the events told of something that the look did not show. */
  hasUnexplained: boolean;
  /** Whether this person has payments whose outcome is not known. */
  hasUndecided: boolean;
};

/**
 * Marks the events as done that the look which has just been written explains. The others stay open.
 *
 * @param userId whose resource it is; null for the program's own.
 */
export async function finishEvents(
  tx: Transaction,
  { eventIds, userId, outcome }: { eventIds: string[]; userId: string | null; outcome: string },
): Promise<Finished> {
  const [finished] = await tx.$queryRaw<Finished[]>`${prepared}
    WITH asking AS MATERIALIZED (${askingEvents(eventIds)}),
    looked_at AS (
      UPDATE webhook_events SET handled_at = clock_timestamp(),
        status = (CASE WHEN is_explained THEN 'done' ELSE 'received' END)::webhook_status,
        outcome = CASE WHEN is_explained THEN ${outcome} ELSE ${awaitsNews} END
      FROM asking WHERE webhook_events.id = asking.id AND status = 'received')
    SELECT EXISTS (SELECT FROM asking WHERE NOT is_explained) AS "hasUnexplained",
      ${hasUndecided(Prisma.sql`${userId}::uuid`)} AS "hasUndecided"`;
  return finished ?? { hasUnexplained: false, hasUndecided: false };
}
