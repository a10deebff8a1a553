import type { Account, Card } from '@/lib/db/generated/client';

const brands: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  discover: 'Discover',
  amex: 'American Express',
};

/** What a card is called in a line of text: "Visa ending in 5556". */
export function cardLabel({ brand, lastFour }: Pick<Card, 'brand' | 'lastFour'>): string {
  const name = brands[(brand ?? '').trim().toLowerCase()] ?? (brand?.trim() || 'Card');
  return `${name} ending in ${lastFour ?? '····'}`;
}

/** What an account is called in a line of text: "Tartan Credit Union checking ending in 0000". */
export function accountLabel(
  account: Pick<Account, 'institutionName' | 'subtype' | 'mask'>,
): string {
  const { institutionName, subtype, mask } = account;
  const words = [institutionName ?? 'Bank', subtype, 'ending in', mask ?? '····'];
  return words.filter(Boolean).join(' ');
}
