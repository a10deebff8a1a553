import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import type { Transaction } from '@/lib/db/prisma';

/** The events of one burst tell of one change, as far as anybody can see. */
const burstSeconds = 1;

/**
 * Which of these events, whose look has just been written, told of something that it did not show.
 *
 * An event says that its resource changed, but neither how nor when. A look that then finds it as it
 * was may have been answered from an older copy of Astra's data, so the event must be looked at again.
 * Not so when a change was found after the event came, or a moment before; nor when the event came
 * long enough ago for Astra to show everywhere what had happened by then.
 */
export async function findUnexplained(tx: Transaction, eventIds: string[]): Promise<string[]> {
  if (eventIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id::text AS id FROM webhook_events e
    WHERE e.id = ANY(${eventIds}::uuid[])
      AND e.received_at > clock_timestamp() - make_interval(secs => ${assumptions.listLagMs / 1000})
      AND NOT EXISTS (
        SELECT 1 FROM found_changes f WHERE f.astra_id = e.resource_id
          AND f.found_at > e.received_at - make_interval(secs => ${burstSeconds}::int))`;
  return rows.map(({ id }) => id);
}
