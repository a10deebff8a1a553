import { astra } from '@/lib/partner/astra';
import { storeRoutine } from '@/lib/routines/store-routine';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import type { Handler } from './handler';

/** `routine_updated`. There is no event for a routine's creation. */
export const handleRoutine: Handler = async ({ resourceId, userId }) => {
  const routine = await withAccessToken(userId, (accessToken) =>
    astra().routines.get({ accessToken, id: resourceId }),
  );
  return (tx) => storeRoutine(tx, userId, routine);
};
