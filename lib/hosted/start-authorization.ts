import 'server-only';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { findCurrentIntent } from '@/lib/onboarding/find-current-intent';
import { storeUserIntent } from '@/lib/onboarding/store-user-intent';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';
import { createRedirectState } from './redirect-state';

/**
 * The address of Astra's authorization pages for this person, for one trip: they accept Astra's
 * terms, prove their phone, may add a card, and come back with a code.
 *
 * The phone is read from Astra each time. It is not stored here, and the one at Astra is the one
 * that counts after a change.
 *
 * @throws UserFacingError when this person must not be sent there.
 */
export async function startAuthorization(userId: string): Promise<string> {
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  const found = await findCurrentIntent(userId);
  if (!found) {
    throw new UserFacingError('Tell Astra who you are first. The form is on the previous page.');
  }
  const intent = await astra().userIntents.get(found.astraId).catch(explainSilence);
  await db().$transaction((tx) => storeUserIntent(tx, userId, intent));
  if (intent.status === 'rejected' || intent.status === 'suspended') {
    throw new UserFacingError('Astra cannot open an account for you, so this step is closed.');
  }
  const state = await createRedirectState(userId, 'authorize');
  const phone = intent.phone ? { phone: intent.phone, phoneReadOnly: true } : {};
  // Once there is a user at Astra, the intent is history and only the user counts.
  const astraUserId = connection?.astraUserId ?? intent.user_id;
  return astra().hostedPages.authorizeUrl({
    state,
    ...phone,
    ...(astraUserId ? { userId: astraUserId } : { userIntentId: intent.id }),
  });
}
