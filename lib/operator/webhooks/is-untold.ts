import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { toldWithinMinutes } from './find-silence';

/**
 * Of rows of `found_changes`: that no webhook told of the change, neither when it was found nor in the
 * time that webhooks may need. One may have come while the look was under way. Astra has none for
 * accounts, nor for a routine that begins.
 */
export const isUntold = Prisma.sql`
  NOT was_told AND resource <> 'account' AND NOT (resource = 'routine' AND before IS NULL)
  AND found_at < clock_timestamp() - make_interval(mins => ${toldWithinMinutes}::int)
  AND NOT EXISTS (
    SELECT 1 FROM webhook_events e WHERE e.resource_id = found_changes.astra_id
      AND e.received_at BETWEEN found_at - interval '1 minute'
        AND found_at + make_interval(mins => ${toldWithinMinutes}::int))`;
