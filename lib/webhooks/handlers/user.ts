import { enqueueCapabilities } from '@/lib/limits/sync-capabilities';
import { storeAstraUser } from '@/lib/onboarding/store-astra-user';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import type { Handler } from './handler';

/** `user_updated`: somebody's standing at Astra changed, or what they may do. */
export const handleUser: Handler = async ({ userId }) => {
  const user = await withAccessToken(userId, (accessToken) => astra().users.me({ accessToken }));
  return async (tx) => {
    await enqueueCapabilities(tx, userId);
    return storeAstraUser(tx, userId, user);
  };
};
