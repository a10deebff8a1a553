import 'server-only';
import type { ListKind } from '@/lib/db/generated/client';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { explainSilence } from '@/lib/partner/explain-silence';
import { type LentToken, lendAccessToken } from '@/lib/tokens/lend-access-token';
import { offersAccountEntry, offersCardEntry } from './offers';

/** More than people need who mistype; each loan makes Astra issue another pair of tokens. */
export const lendingLimit = { count: 10, minutes: 10 };

/**
 * Lends a person's access token to the form that they are just submitting.
 *
 * @param list what the form adds.
 *
 * @throws UserFacingError when numbers may not be typed here, or there is no token to lend.
 */
export async function lendForEntry(userId: string, list: ListKind): Promise<LentToken> {
  if (!(list === 'cards' ? offersCardEntry() : offersAccountEntry())) {
    throw new UserFacingError('This way is switched off. Please use Astra’s page.');
  }
  try {
    return await lendAccessToken(userId, list);
  } catch (error) {
    throw explainSilence(error);
  }
}
