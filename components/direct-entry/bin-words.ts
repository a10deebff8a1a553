import type { BinFacts } from '@/lib/direct-entry/look-up-bin';
import { cardBrandName } from '../payment-card';

/** What the first digits of a card tell, as a sentence; nothing when they tell nothing. */
export function binWords(facts: BinFacts | null | undefined): {
  words: string;
  isCaution: boolean;
} {
  if (!facts) return { words: '', isCaution: false };
  const type = facts.type?.toLowerCase() ?? '';
  if (type === 'credit') {
    const words = 'This is a credit card. Only debit cards can be added.';
    return { words, isCaution: true };
  }
  const brand = facts.brand ? cardBrandName(facts.brand) : '';
  const name = [brand, type].filter(Boolean).join(' ');
  const issuer = facts.issuer ? ` from ${facts.issuer}` : '';
  return { words: name || issuer ? `${name || 'A card'}${issuer}.` : '', isCaution: false };
}
