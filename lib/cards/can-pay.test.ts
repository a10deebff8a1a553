import { expect, test } from 'vitest';
import { whyNotPayFromCard, whyNotPayToCard } from './can-pay';

const card = { status: 'approved', expirationDate: '12/26', pullEnabled: true, pushEnabled: true };
const today = '2026-11-21';

test('an approved card sends and receives as its bank lets it', () => {
  expect(whyNotPayFromCard(card, today)).toBeNull();
  expect(whyNotPayToCard(card, today)).toBeNull();
  expect(whyNotPayFromCard({ ...card, pullEnabled: false }, today)).toMatch(
    /does not let it send money/,
  );
  expect(whyNotPayToCard({ ...card, pushEnabled: false }, today)).toMatch(
    /does not let it receive money/,
  );
});

test.each([
  ['that is flagged', 'flagged', 'Astra is reviewing this card.'],
  ['that was rejected', 'rejected', 'Astra did not accept this card.'],
  ['that was removed', 'removed', 'This card is no longer here.'],
  ['of a status that is new to us', 'frozen', 'Astra has not approved this card.'],
])('a card %s neither sends nor receives, and the reason is said', (_which, status, sentence) => {
  expect(whyNotPayFromCard({ ...card, status }, today)).toBe(sentence);
  expect(whyNotPayToCard({ ...card, status }, today)).toBe(sentence);
});

test('a card whose date has passed neither sends nor receives', () => {
  const expired = { ...card, expirationDate: '10/26' };
  expect(whyNotPayFromCard(expired, today)).toBe('This card has expired.');
  expect(whyNotPayToCard(expired, today)).toBe('This card has expired.');
});
