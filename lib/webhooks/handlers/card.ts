import { storeCard } from '@/lib/cards/store-card';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import type { Handler } from './handler';

/** `card_created` and `card_updated`. */
export const handleCard: Handler = async ({ resourceId, userId }) => {
  const card = await withAccessToken(userId, (accessToken) =>
    astra().cards.get({ accessToken, id: resourceId }),
  );
  return (tx) => storeCard(tx, userId, card);
};
