import 'server-only';
import { AstraError } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { astra } from '@/lib/partner/astra';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { createRedirectState } from './redirect-state';

/**
 * The address of Astra's page for adding a debit card, for one trip. The card number is typed there
 * and never comes here.
 *
 * @throws UserFacingError when this person has to connect to Astra first.
 */
export async function startLinkCard(userId: string): Promise<string> {
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  if (!connection) throw new UserFacingError('Connect to Astra first, then add a card.');
  try {
    const user = await withAccessToken(userId, (accessToken) => astra().users.me({ accessToken }));
    const state = await createRedirectState(userId, 'link_card');
    const phone = user.phone ? { phone: user.phone, phoneReadOnly: true } : {};
    return astra().hostedPages.linkCardUrl({ state, userId: connection.astraUserId, ...phone });
  } catch (error) {
    if (error instanceof NeedsAuthorizationError) {
      throw new UserFacingError('Please connect to Astra again, then add a card.');
    }
    if (error instanceof AstraError) {
      throw new UserFacingError('Astra did not answer. Please try again in a minute.');
    }
    throw error;
  }
}
