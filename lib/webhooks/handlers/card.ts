import { lookAtCard } from '@/lib/cards/look-at-card';
import type { Handler } from './handler';

/** `card_created` and `card_updated`, and lists that show a card otherwise than we know it. */
export const handleCard: Handler = ({ resourceId, userId }) => lookAtCard(userId, resourceId);
