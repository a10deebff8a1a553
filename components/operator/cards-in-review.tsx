import type { CardInReview } from '@/lib/operator/list-cards-in-review';
import { ReviewFindings } from '../cards/review-findings';
import { cardName } from '../payment-card';
import { DateTime } from '../ui/date-time';
import { StatusBadge } from '../ui/status-badge';

/** Whose cards Astra holds back, since when, and why. */
export function CardsInReview({ cards }: { cards: readonly CardInReview[] }) {
  return (
    <ul className="divide-y divide-line">
      {cards.map((card) => (
        <li key={card.id} className="grid gap-4 py-6 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div className="grid min-w-0 gap-0.5">
              <h2 className="font-medium wrap-anywhere">{card.user.email}</h2>
              <p className="text-sm text-ink-muted">
                {cardName(card)}, added <DateTime at={card.createdAt} />
              </p>
            </div>
            {card.status === 'flagged' ? (
              <StatusBadge tone="caution" label="Waits for a decision" />
            ) : (
              <StatusBadge tone="critical" label="Rejected" />
            )}
          </div>
          <div className="grid gap-3 text-sm">
            <p className="text-ink-muted">What Astra’s review found, as its owner reads it:</p>
            <ReviewFindings codes={card.reviewReasons} withCodes />
          </div>
        </li>
      ))}
    </ul>
  );
}
