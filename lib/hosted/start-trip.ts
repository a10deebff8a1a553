import 'server-only';
import type { HostedPurpose } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { createRedirectState } from './redirect-state';

/** What every page of Astra's for somebody it knows already is told. */
type Traveller = { state: string; userId: string; phone?: string; phoneReadOnly?: boolean };

/**
 * Begins a trip to one of Astra's pages, for a person who is connected to Astra. The phone is read
 * from Astra each time: the one there is the one that counts, and it is not stored here.
 *
 * @param page makes the address of the page.
 * @throws UserFacingError when this person has to connect to Astra first, or Astra is silent.
 */
export async function startTrip(
  userId: string,
  purpose: HostedPurpose,
  page: (traveller: Traveller) => string,
): Promise<string> {
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  if (!connection) throw new UserFacingError('Connect to Astra first, then come back to this.');
  try {
    const user = await withAccessToken(userId, (accessToken) => astra().users.me({ accessToken }));
    const state = await createRedirectState(userId, purpose);
    const phone = user.phone ? { phone: user.phone, phoneReadOnly: true } : {};
    return page({ state, userId: connection.astraUserId, ...phone });
  } catch (error) {
    return explainSilence(error);
  }
}
