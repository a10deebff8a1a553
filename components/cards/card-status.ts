import type { DatedCard } from '@/lib/cards/is-expired';
import type { StatusTone } from '../ui/status-badge';

/** How a card is shown: Astra's status, or that its date has passed since Astra approved it. */
export function shownStatus({
  status,
  isExpired,
}: Pick<DatedCard, 'status' | 'isExpired'>): string {
  return status === 'approved' && isExpired ? 'expired' : status;
}

type Words = { tone: StatusTone; label: string; hint?: string };

const words: Readonly<Record<string, Words>> = {
  approved: { tone: 'positive', label: 'Approved' },
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

type UsableCard = Pick<DatedCard, 'status' | 'isExpired' | 'pullEnabled' | 'pushEnabled'>;

/** In a few words, what an approved card is good for. */
export function readiness({
  pullEnabled,
  pushEnabled,
}: Pick<UsableCard, 'pullEnabled' | 'pushEnabled'>): string {
  if (pullEnabled && pushEnabled) return 'Ready to use';
  if (pullEnabled) return 'Ready to send';
  return pushEnabled ? 'Ready to receive' : 'Can’t move money';
}

/** In a few words, what a card is good for, or what to do about it. */
export function cardHint(card: UsableCard): string {
  return cardStatusWords(shownStatus(card)).hint ?? readiness(card);
}

/** What a card can do; undefined while it cannot be used, whatever its bank would let it do. */
export function shownAbilities(card: UsableCard): { pull: boolean; push: boolean } | undefined {
  if (shownStatus(card) !== 'approved') return undefined;
  return { pull: card.pullEnabled, push: card.pushEnabled };
}
