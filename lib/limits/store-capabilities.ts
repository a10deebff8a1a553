import 'server-only';
import type { Capabilities } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { outsideText } from '@/lib/partner/outside-text';

/**
 * Writes down what Astra lets somebody do now. What its answer leaves out is unknown, which is
 * never taken for a limit: Astra refuses by itself what it does not allow.
 *
 * @param capabilities null when Astra does not tell.
 */
export async function storeCapabilities(
  tx: Transaction,
  userId: string,
  capabilities: Capabilities | null,
): Promise<void> {
  const speed = outsideText(capabilities?.account_to_account?.max_settlement_speed);
  const isEligible = capabilities?.account_to_card?.is_eligible ?? null;
  const perDay = capabilities?.card_to_card?.transfer_count_limit ?? null;
  await tx.$executeRaw`
    UPDATE astra_connections
    SET max_settlement_speed = ${speed}, account_to_card_eligible = ${isEligible},
        card_transfers_per_day = ${perDay}::int, capabilities_at = clock_timestamp()
    WHERE user_id = ${userId}::uuid`;
  await notifyUser(tx, userId);
}
