import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AstraError } from '@/lib/astra';
import { assumptions } from '@/lib/astra/contract';
import { databaseTime } from '@/lib/db/database-time';
import type { ConnectionStatus } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { NeedsAuthorizationError, RefreshBusyError } from './errors';
import type { AccessToken } from './get-access-token';
import { openAccessToken } from './open-access-token';
import { reportUnreadableToken } from './report-unreadable-token';
import { requireAuthorization } from './require-authorization';
import { openToken } from './sealed-tokens';
import { tokenColumns } from './token-columns';
import { UnreadableSecretError } from './vault';

const leaseSeconds = 30;
const waitMs = 12_000;
const lookEveryMs = 50;

/**
 * Replaces this person's pair of tokens, once, however many processes ask at the same moment.
 *
 * Astra keeps only the newest access token valid, so two refreshes side by side would each end the
 * other's token. Whoever gets the lease refreshes; the others wait for the new pair to appear. No
 * database transaction stays open meanwhile, and a holder that died is replaced when its lease ends.
 *
 * @param seenVersion the pair that the caller found wanting; a newer one is simply returned.
 * @param options.evenUnauthorized also replaces the pair of somebody who must authorize us again, to
 * end its access token. That they must stays as it is.
 * @throws NeedsAuthorizationError when Astra refuses the refresh token, or it cannot be opened.
 * @throws RefreshBusyError when another process holds the lease for longer than we wait.
 * @throws AstraError when Astra could not be asked. The connection stays as it is.
 */
export async function refreshTokens(
  userId: string,
  seenVersion: number,
  { evenUnauthorized = false }: { evenUnauthorized?: boolean } = {},
): Promise<AccessToken> {
  const statuses: ConnectionStatus[] = evenUnauthorized
    ? ['active', 'needs_authorization']
    : ['active'];
  const leaseId = randomUUID();
  const deadline = performance.now() + waitMs;
  while (performance.now() < deadline) {
    const connection = await db().astraConnection.findUnique({ where: { userId } });
    if (!connection || !statuses.includes(connection.status)) throw new NeedsAuthorizationError();
    const { accessTokenSealed } = connection;
    if (connection.tokenVersion !== seenVersion && accessTokenSealed) {
      return openAccessToken({ ...connection, accessTokenSealed });
    }
    if (await takeLease({ userId, version: seenVersion, leaseId, statuses })) {
      return refreshUnderLease(userId, seenVersion, leaseId, connection.refreshTokenSealed);
    }
    await delay(lookEveryMs);
  }
  throw new RefreshBusyError();
}

async function takeLease(lease: {
  userId: string;
  version: number;
  leaseId: string;
  statuses: readonly ConnectionStatus[];
}): Promise<boolean> {
  const { userId, version, leaseId, statuses } = lease;
  const taken = await db().$executeRaw`
    UPDATE astra_connections
    SET refresh_lease_id = ${leaseId}::uuid,
        refresh_lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE user_id = ${userId}::uuid AND token_version = ${version}
      AND status = ANY(${statuses}::connection_status[])
      AND (refresh_lease_until IS NULL OR refresh_lease_until < clock_timestamp())`;
  return taken === 1;
}

async function refreshUnderLease(
  userId: string,
  version: number,
  leaseId: string,
  refreshTokenSealed: string | null,
): Promise<AccessToken> {
  // A writer whose lease was taken over, or whose pair was replaced meanwhile, changes nothing.
  const mine = { userId, tokenVersion: version, refreshLeaseId: leaseId };
  const free = { refreshLeaseId: null, refreshLeaseUntil: null };
  if (!refreshTokenSealed) throw new NeedsAuthorizationError();
  try {
    const askedAt = await databaseTime();
    const refreshToken = openToken(refreshTokenSealed, userId, 'refresh_token');
    const pair = await astra().tokens.refresh({ refreshToken });
    const { refreshExpiresAt, ...columns } = tokenColumns(userId, pair, askedAt);
    // A refresh token that Astra did not replace ends when it would have ended anyway.
    const isReplaced = pair.refreshToken !== refreshToken;
    const data = { ...columns, ...(isReplaced && { refreshExpiresAt }) };
    const written = await db().astraConnection.updateMany({
      where: mine,
      data: { ...data, ...free, tokenVersion: version + 1 },
    });
    if (written.count === 0) throw new RefreshBusyError();
    return { accessToken: pair.accessToken, version: version + 1 };
  } catch (error) {
    if (error instanceof UnreadableSecretError) reportUnreadableToken(userId, 'refresh_token');
    else if (isRefusal(error)) log().warn({ userId }, 'Astra refused a refresh token');
    else {
      // No answer is no refusal: the person stays connected and the next call tries again.
      await db().astraConnection.updateMany({ where: mine, data: free });
      throw error;
    }
    await requireAuthorization(mine);
    // Of somebody who had to authorize us before this, that has changed nothing.
    await db().astraConnection.updateMany({ where: mine, data: free });
    throw new NeedsAuthorizationError();
  }
}

/** Only this answer of Astra's means that the refresh token is dead. */
function isRefusal(error: unknown): boolean {
  return error instanceof AstraError && error.code === assumptions.tokenErrors.invalidGrant.error;
}
