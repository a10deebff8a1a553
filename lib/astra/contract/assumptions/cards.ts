import { z } from 'zod';
import { openEnum } from '../open-enum';

/** Gap: the card's field that holds the codes of its review. The codes are documented. */
export const reviewReasonsField = 'review_reasons';

/** Gap: what Astra recommends about a card. */
export const cardRecommendations = ['approve', 'review', 'decline'] as const;
/** Gap: how Astra weighs a card. */
export const riskLevels = ['low', 'medium', 'high'] as const;

/** 200 of `GET /v1/cards/{id}/auth_details`. Our assumption. */
export const cardAuthDetails = z.looseObject({
  card_id: z.string().nullish(),
  recommendation: openEnum(cardRecommendations).nullish(),
  risk_level: openEnum(riskLevels).nullish(),
  reasons: z.array(z.string()).nullish(),
});
