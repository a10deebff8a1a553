import 'server-only';
import { databaseTime } from '@/lib/db/database-time';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { hasNoJob } from '@/lib/looks/claim-due';
import { countCardPayments } from './count-card-payments';
import type { Limits } from './describe';
import { pacificMidnights } from './pacific-midnights';
import { enqueueCapabilities } from './sync-capabilities';

/** What is known is this old before a page that shows it has it read anew. */
const staleAfterHours = 24;

/**
 * What Astra lets somebody do, as far as we know. When that is old, it is read anew meanwhile; the
 * page shows what is known and changes by itself when there is news.
 */
export async function readLimits(userId: string): Promise<Limits> {
  const [connection, now] = await Promise.all([
    db().astraConnection.findUnique({ where: { userId } }),
    databaseTime(),
    refreshWhenStale(userId),
  ]);
  const { maxSettlementSpeed = null, accountToCardEligible = null } = connection ?? {};
  const perDay = connection?.cardTransfersPerDay ?? null;
  if (perDay === null) return { maxSettlementSpeed, accountToCardEligible, cardPayments: null };
  const { startedAt, endsAt } = pacificMidnights(now);
  const made = await countCardPayments(db(), userId, startedAt);
  return {
    maxSettlementSpeed,
    accountToCardEligible,
    cardPayments: { perDay, left: Math.max(0, perDay - made), beginsAnewAt: endsAt },
  };
}

/** A look that waits for its turn, or for its next attempt, is left alone. */
async function refreshWhenStale(userId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ due: boolean }[]>`
      SELECT true AS due FROM astra_connections
      WHERE user_id = ${userId}::uuid AND status = 'active'
        AND coalesce(capabilities_at, '-infinity')
          < clock_timestamp() - make_interval(hours => ${staleAfterHours}::int)
        AND ${hasNoJob(Prisma.sql`'sync_capabilities:' || user_id`)}`;
    if (due) await enqueueCapabilities(tx, userId);
  });
}
