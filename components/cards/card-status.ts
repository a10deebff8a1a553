import type { DatedCard } from '@/lib/cards/is-expired';
import type { StatusTone } from '../ui/status-badge';

/** How a card is shown: Astra's status, or that its date has passed since Astra approved it. */
export function shownStatus({ status, isExpired }: DatedCard): string {
  return status === 'approved' && isExpired ? 'expired' : status;
}

type Words = { tone: StatusTone; label: string; hint: string };

const words: Readonly<Record<string, Words>> = {
  approved: { tone: 'positive', label: 'Approved', hint: 'Ready to use' },
  expired: { tone: 'critical', label: 'Expired', hint: 'Add the card that replaces it' },
  flagged: { tone: 'caution', label: 'Under review', hint: 'See what you can do' },
  rejected: { tone: 'critical', label: 'Not accepted', hint: 'Use another card' },
  removed: { tone: 'neutral', label: 'Removed', hint: 'No longer here' },
};

/** A card's status in words. One that we don't know is shown as Astra spells it. */
export function cardStatusWords(status: string): Words {
  const known = Object.hasOwn(words, status) ? words[status] : undefined;
  return known ?? { tone: 'neutral', label: status, hint: 'Can’t be used for now' };
}
