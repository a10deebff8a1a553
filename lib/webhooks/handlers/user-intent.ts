import { storeUserIntent } from '@/lib/onboarding/store-user-intent';
import { astra } from '@/lib/partner/astra';
import type { Handler } from './handler';

/** `user_intent_updated`: a decision about somebody who is not yet a user at Astra. */
export const handleUserIntent: Handler = async ({ resourceId, userId }) => {
  const intent = await astra().userIntents.get(resourceId);
  return (tx) => storeUserIntent(tx, userId, intent);
};
