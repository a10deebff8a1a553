import { expect, test } from 'vitest';
import { cardHint, shownAbilities } from './card-status';

const approved = { status: 'approved', isExpired: false, pullEnabled: true, pushEnabled: true };

test.each([
  [{}, 'Ready to use'],
  [{ pushEnabled: false }, 'Ready to send'],
  [{ pullEnabled: false }, 'Ready to receive'],
  [{ pullEnabled: false, pushEnabled: false }, 'Can’t move money'],
  [{ isExpired: true }, 'Add the card that replaces it'],
  [{ status: 'flagged' }, 'See what you can do'],
  [{ status: 'paused' }, 'Can’t be used for now'],
])('an approved card with %j is hinted at as "%s"', (changed, hint) => {
  expect(cardHint({ ...approved, ...changed })).toBe(hint);
});

test('what a card can do is shown only when it can be used', () => {
  expect(shownAbilities({ ...approved, pushEnabled: false })).toEqual({ pull: true, push: false });
  for (const changed of [{ status: 'flagged' }, { status: 'rejected' }, { isExpired: true }]) {
    expect(shownAbilities({ ...approved, ...changed })).toBeUndefined();
  }
});
