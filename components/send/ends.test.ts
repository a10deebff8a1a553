import { expect, test } from 'vitest';
import type { CardChoice } from '@/lib/cards/list-card-choices';
import { type CardUse, firstEnds, hasEnds, obstacleOf, withSource } from './ends';

function card(id: string, change: Partial<CardChoice> = {}): CardChoice {
  const shown = { brand: 'visa', lastFour: '5556', expires: '12/34', status: 'approved' };
  return { id, ...shown, isExpired: false, canPull: true, canPush: true, ...change };
}

const flagged = { status: 'flagged', canPull: false, canPush: false };
const rejected = { status: 'rejected', canPull: false, canPush: false };
const expired = { isExpired: true, canPull: false, canPush: false };
const odd = { status: 'frozen', canPull: false, canPush: false };

test.each<[CardUse, string, Partial<CardChoice>, string]>([
  ['send', 'that is flagged', flagged, 'Astra is reviewing this card.'],
  ['receive', 'that is rejected', rejected, 'Astra did not accept this card.'],
  ['send', 'that has expired', expired, 'This card has expired.'],
  ['receive', 'that has expired', expired, 'This card has expired.'],
  ['send', 'of a status that is new to us', odd, 'Astra has not approved this card.'],
  ['send', 'that can only receive', { canPull: false }, 'does not let it send money.'],
  ['receive', 'that can only send', { canPush: false }, 'does not let it receive money.'],
])('to %s, a card %s is not offered, and the reason is said', (use, _which, change, reason) => {
  expect(obstacleOf(card('a', change), use)).toContain(reason);
});

test('a card is offered for what it can do, and never as both ends', () => {
  expect(obstacleOf(card('a', { canPush: false }), 'send')).toBeNull();
  expect(obstacleOf(card('a', { canPull: false }), 'receive')).toBeNull();
  expect(obstacleOf(card('a'), 'receive', 'b')).toBeNull();
  expect(obstacleOf(card('a'), 'receive', 'a')).toBe('You are sending from this card.');
});

test('a new form goes from the oldest card that can send to the newest other one that can receive', () => {
  const cards = [card('newest', { canPush: false }), card('middle'), card('oldest')];
  expect(firstEnds(cards)).toEqual({ source: 'oldest', destination: 'middle' });
  const oneWay = [card('sends', { canPush: false }), card('both')];
  expect(firstEnds(oneWay)).toEqual({ source: 'sends', destination: 'both' });
});

test('a card that has expired does not stand in a new form', () => {
  const cards = [card('newest'), card('middle'), card('oldest', expired)];
  expect(firstEnds(cards)).toEqual({ source: 'middle', destination: 'newest' });
});

test('of many cards none is chosen for the person', () => {
  const cards = Array.from({ length: 7 }, (_, index) => card(`${index}`));
  expect(firstEnds(cards)).toEqual({ source: undefined, destination: undefined });
});

test('another source leaves the destination, unless it was that card', () => {
  const cards = [card('a'), card('b'), card('c')];
  const ends = { source: 'a', destination: 'b' };
  expect(withSource(cards, ends, 'c')).toEqual({ source: 'c', destination: 'b' });
  expect(withSource(cards, ends, 'b')).toEqual({ source: 'b', destination: undefined });
});

test('with two cards, the other one is the destination', () => {
  const ends = { source: 'a', destination: 'b' };
  expect(withSource([card('a'), card('b')], ends, 'b')).toEqual({ source: 'b', destination: 'a' });
});

test.each<[string, CardChoice[], boolean]>([
  ['two that can do both', [card('a'), card('b')], true],
  ['one that sends and one that receives', [card('a', { canPush: false }), card('b')], true],
  ['one alone', [card('a')], false],
  ['two that can only send', [card('a', { canPush: false }), card('b', { canPush: false })], false],
  ['one that can do both, and one flagged', [card('a'), card('b', flagged)], false],
  [
    'one that can do both, and others that can do nothing',
    [card('a'), card('b', { canPull: false, canPush: false })],
    false,
  ],
])('whether money can move between the cards is known: %s', (_which, cards, answer) => {
  expect(hasEnds(cards)).toBe(answer);
});
