import 'server-only';
import { canReconnect } from '@/lib/accounts/can-reconnect';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { astra } from '@/lib/partner/astra';
import { startTrip } from './start-trip';

/**
 * The address of Astra's page for linking a bank account, for one trip. The person signs in to the
 * bank there; we learn of the accounts when we list them afterwards.
 *
 * @param options.reconnectAccountId one of the person's accounts whose connection broke.
 * @throws UserFacingError when that account is none of this person's or was not linked on Astra's
 * page, or as {@link startTrip}.
 */
export async function startLinkAccount(
  userId: string,
  { reconnectAccountId }: { reconnectAccountId?: string } = {},
): Promise<string> {
  const account = reconnectAccountId
    ? await db().account.findFirst({ where: { id: reconnectAccountId, userId, removedAt: null } })
    : null;
  if (reconnectAccountId && !account) {
    throw new UserFacingError('This account is no longer linked. Link it anew.');
  }
  if (account && !canReconnect(account)) {
    throw new UserFacingError(
      'This account can’t be connected again. Remove it, then link it anew.',
    );
  }
  return startTrip(userId, 'link_account', (traveller) =>
    astra().hostedPages.linkAccountUrl({ ...traveller, reconnectAccountId: account?.astraId }),
  );
}
