import { storeAstraUser } from '@/lib/onboarding/store-astra-user';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import type { Handler } from './handler';

/** `user_updated`: somebody's standing at Astra changed. */
export const handleUser: Handler = async ({ userId }) => {
  const user = await withAccessToken(userId, (accessToken) => astra().users.me({ accessToken }));
  return (tx) => storeAstraUser(tx, userId, user);
};
