import 'server-only';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { astra } from '@/lib/partner/astra';
import { startTrip } from './start-trip';

/**
 * The address of Astra's page on which a person verifies a card that the review has flagged, for
 * one trip. Address and parameter of the page are assumed (lib/astra/contract/assumptions).
 *
 * @throws UserFacingError when it is no flagged card of this person's, or as {@link startTrip}.
 */
export async function startVerifyCard(userId: string, cardId: string): Promise<string> {
  const card = await db().card.findFirst({ where: { id: cardId, userId, status: 'flagged' } });
  if (!card) throw new UserFacingError('This card does not wait for a verification.');
  return startTrip(userId, 'verify_card', (traveller) =>
    astra().hostedPages.verifyCardUrl({ ...traveller, cardId: card.astraId }),
  );
}
