import type { BinFacts } from '@/lib/direct-entry/look-up-bin';
import { cardBrandName } from '../payment-card';

const unknown =
  'We could not tell which bank this card is from. You can try to add it all the same.';

/**
 * What the first digits of a card tell, as a sentence. Which brands can be added is not said:
 * Astra documents none, so it is left to Astra's answer.
 *
 * @param facts null for digits that Astra does not know; undefined while there is no answer.
 */
export function binWords(facts: BinFacts | null | undefined): {
  words: string;
  isCaution: boolean;
} {
  if (facts === undefined) return { words: '', isCaution: false };
  if (facts === null) return { words: unknown, isCaution: false };
  const type = facts.type?.toLowerCase() ?? '';
  if (type === 'credit') {
    const words = 'This is a credit card. Only debit cards can be added.';
    return { words, isCaution: true };
  }
  const brand = facts.brand ? cardBrandName(facts.brand) : '';
  const name = [brand, type].filter(Boolean).join(' ');
  const issuer = facts.issuer ? ` from ${facts.issuer}` : '';
  return { words: name || issuer ? `${name || 'A card'}${issuer}.` : unknown, isCaution: false };
}
