import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { hasUndecided } from '@/lib/payments/settle/settle-now';

/** The events of one burst tell of one change, as far as anybody can see. */
const burstSeconds = 1;

/**
 * A condition on rows of `webhook_events`: what they told of is known.
 *
 * An event says that its resource changed, but neither how nor when. A look that then finds it as it
 * was may have been answered from an older copy of Astra's data, so the event must be looked at again.
 * Not so when a change was found after the event came, or a moment before; nor when the event came
 * long enough ago for Astra to show everywhere what had happened by then.
 */
export const isExplained = Prisma.sql`(
  webhook_events.received_at < clock_timestamp()
    - make_interval(secs => ${assumptions.listLagMs / 1000})
  OR EXISTS (
    SELECT FROM found_changes WHERE found_changes.astra_id = webhook_events.resource_id
      AND found_at > webhook_events.received_at - make_interval(secs => ${burstSeconds}::int)))`;

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
  const waiting = 'Waiting: Astra shows nothing new yet, and is asked again.';
  const [finished] = await tx.$queryRaw<Finished[]>`
    WITH event AS (
      SELECT id, ${isExplained} AS is_explained
      FROM webhook_events WHERE id = ANY(${eventIds}::uuid[]) AND status = 'received'),
    done AS (
      UPDATE webhook_events SET status = 'done', outcome = ${outcome}, handled_at = clock_timestamp()
      FROM event WHERE webhook_events.id = event.id AND is_explained AND status = 'received'),
    waiting AS (
      UPDATE webhook_events SET outcome = ${waiting}
      FROM event WHERE webhook_events.id = event.id AND NOT is_explained)
    SELECT EXISTS (SELECT FROM event WHERE NOT is_explained) AS "hasUnexplained",
      ${hasUndecided(Prisma.sql`${userId}::uuid`)} AS "hasUndecided"`;
  return finished ?? { hasUnexplained: false, hasUndecided: false };
}
