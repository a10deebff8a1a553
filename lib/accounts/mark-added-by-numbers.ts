import 'server-only';
import type { Account } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';

/** So long after a loan's end the account shows in a list at the latest, with time for an outage. */
const shownWithinMinutes = 15;

/**
 * Marks those of a person's new accounts that their browser has just added by their numbers. The
 * browser's own word for it is not taken: it could name an account that was linked otherwise, and its
 * answer may be lost. What counts is that we lent it a token for an account, and that no bank tells a
 * balance. Each loan is good for one account.
 *
 * @param created accounts that were written down in this transaction, and were not known before.
 */
export async function markAddedByNumbers(
  tx: Transaction,
  userId: string,
  created: readonly Pick<Account, 'id' | 'currentBalanceCents'>[],
): Promise<void> {
  const ids = created
    .filter(({ currentBalanceCents }) => currentBalanceCents === null)
    .map(({ id }) => id);
  if (ids.length === 0) return;
  const loans = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM access_token_loans
    WHERE user_id = ${userId}::uuid AND purpose = 'accounts' AND settled_at IS NULL
      AND expires_at > clock_timestamp() - make_interval(mins => ${shownWithinMinutes})
    ORDER BY created_at LIMIT ${ids.length} FOR UPDATE`;
  if (loans.length === 0) return;
  if (loans.length < ids.length) {
    log().warn({ userId, accountIds: ids }, 'which new account came by its numbers is not known');
    return;
  }
  await tx.account.updateMany({ where: { id: { in: ids } }, data: { origin: 'numbers' } });
  await tx.$executeRaw`
    UPDATE access_token_loans SET settled_at = clock_timestamp()
    WHERE id = ANY(${loans.map(({ id }) => id)}::uuid[])`;
}
