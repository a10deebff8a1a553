import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import { prepared } from '@/lib/db/prepared';
import { db } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import type { TaskPayload } from '@/lib/jobs/tasks';
import { awaitsNews } from './finish-events';

/** So many in a row may each be a step that somebody waits to see. */
const fewEvents = 3;

/**
 * Lets the rest of a burst wait for the later look, which they would get anyhow: many events whose
 * first ones were looked at while these came, or a second before. So a burst costs two looks.
 *
 * No event waits for so long that an endless stream of them could keep its resource from being
 * looked at: those that are old enough to be told the truth have it looked at now.
 *
 * @returns whether they wait. Then nothing is to be done now.
 */
export async function waitWithBurst(
  subject: TaskPayload<'sync_resource'>,
  eventIds: readonly string[],
): Promise<boolean> {
  if (eventIds.length <= fewEvents) return false;
  return db().$transaction(async (tx) => {
    const waiting = await tx.$executeRaw`${prepared}
      WITH asking AS MATERIALIZED (
        SELECT id, environment, received_at, outcome FROM webhook_events
        WHERE id = ANY(${eventIds}::uuid[]) AND status = 'received'),
      burst AS MATERIALIZED (
        SELECT min(received_at) AS began FROM asking WHERE outcome IS NULL
        HAVING count(*) > ${fewEvents}::int)
      UPDATE webhook_events SET outcome = ${awaitsNews}
      FROM asking, burst
      WHERE webhook_events.id = asking.id AND webhook_events.status = 'received'
        AND asking.outcome IS NULL
        AND EXISTS (
          SELECT FROM webhook_events first
          WHERE first.resource_id = ${subject.resourceId}
            AND first.environment = asking.environment AND first.status IN ('done', 'received')
            AND first.handled_at > began - interval '1 second')
        AND NOT EXISTS (
          SELECT FROM asking WHERE received_at < clock_timestamp()
            - make_interval(secs => ${assumptions.listLagMs / 1000}))`;
    if (waiting === 0) return false;
    await enqueueSync(tx, subject, { delayMs: assumptions.listLagMs });
    return true;
  });
}
