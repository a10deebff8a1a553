import type { CardInReview } from '@/lib/operator/list-cards-in-review';
import { cardName } from '../payment-card';
import { DateTime } from '../ui/date-time';
import { StatusBadge } from '../ui/status-badge';
import { ReviewReasons } from './review-reasons';

/** Whose cards Astra holds back, since when, and why. */
export function CardsInReview({ cards }: { cards: readonly CardInReview[] }) {
  return (
    <ul className="divide-y divide-line">
      {cards.map((card) => (
        <li
          key={card.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0"
        >
          <div className="grid min-w-0 gap-0.5">
            <p className="font-medium wrap-anywhere">{card.user.email}</p>
            <p className="text-sm text-ink-muted">
              {cardName(card)}, added <DateTime at={card.createdAt} />
            </p>
          </div>
          <div className="grid gap-2 sm:justify-items-end">
            {card.status === 'flagged' ? (
              <StatusBadge tone="caution" label="Waits for a decision" />
            ) : (
              <StatusBadge tone="critical" label="Rejected" />
            )}
            <ReviewReasons codes={card.reviewReasons} />
          </div>
        </li>
      ))}
    </ul>
  );
}
