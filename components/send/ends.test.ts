import { expect, test } from 'vitest';
import type { EndChoice, EndKind } from '@/lib/payments/ends/list-end-choices';
import {
  anotherPerson,
  canSendFrom,
  destinationObstacle,
  firstEnds,
  sourceObstacle,
  withSource,
} from './ends';

const can = { card: null, account: null };

function choice(kind: EndKind, id: string, change: Partial<EndChoice> = {}): EndChoice {
  const shown = { label: id, detail: null, brand: 'visa', digits: '5556', balance: null };
  return { value: `${kind}:${id}`, kind, ...shown, from: can, to: can, ...change };
}

const card = (id: string, change?: Partial<EndChoice>) => choice('card', id, change);
const bank = (id: string, change?: Partial<EndChoice>) => choice('account', id, change);
const cannot = (why: string) => ({ card: why, account: why });

test('what cannot pay anything is not offered, and the reason is said', () => {
  expect(sourceObstacle(card('a', { from: cannot('Astra is reviewing it.') }))).toMatch(
    /reviewing/,
  );
  expect(sourceObstacle(card('a', { from: { card: 'Not today.', account: null } }))).toBeNull();
});

test('what the source cannot pay is not offered, nor the source itself', () => {
  const issued = card('a', { from: { card: null, account: 'We issued it.' } });
  expect(destinationObstacle(issued, issued)).toBe('You are sending from this card.');
  expect(destinationObstacle(bank('b'), issued)).toBe('We issued it.');
  expect(destinationObstacle(card('b'), issued)).toBeNull();
  const linked = bank('b', { to: { card: 'By numbers only.', account: null } });
  expect(destinationObstacle(linked, card('a'))).toBe('By numbers only.');
  expect(destinationObstacle(linked, bank('c'))).toBeNull();
  expect(destinationObstacle(linked, undefined)).toBeNull();
});

test('what is wrong with a thing itself is said before what is wrong with the pair', () => {
  const broken = bank('b', { to: cannot('Connect it again.') });
  const limited = card('a', { from: { card: null, account: 'Not today.' } });
  expect(destinationObstacle(broken, limited)).toBe('Connect it again.');
});

test('a new form goes from the oldest card that can send to the newest other one that can receive', () => {
  const cards = [card('newest', { to: cannot('No.') }), card('middle'), card('oldest')];
  expect(firstEnds([...cards, bank('bank')])).toEqual({
    source: 'card:oldest',
    destination: 'card:middle',
  });
});

test('without a card that fits, a new form goes between accounts; with one thing alone, nowhere yet', () => {
  const accounts = [bank('newer'), bank('older')];
  expect(firstEnds(accounts)).toEqual({ source: 'account:older', destination: 'account:newer' });
  expect(firstEnds([card('a')])).toEqual({ source: 'card:a', destination: undefined });
});

test('of many nothing is chosen for the person', () => {
  const cards = Array.from({ length: 7 }, (_, index) => card(`${index}`));
  expect(firstEnds(cards)).toEqual({ source: undefined, destination: undefined });
});

test('another source leaves the destination, unless it was that one or cannot pay it', () => {
  const choices = [card('a'), card('b'), card('c'), bank('d', { to: cannot('No.') })];
  const ends = { source: 'card:a', destination: 'card:b' };
  expect(withSource(choices, ends, 'card:c')).toEqual({ ...ends, source: 'card:c' });
  expect(withSource(choices, ends, 'card:b')).toEqual({ source: 'card:b', destination: undefined });
  const toBank = { source: 'card:a', destination: 'account:d' };
  expect(withSource(choices, toBank, 'card:b').destination).toBeUndefined();
});

test('another source leaves another person as the destination', () => {
  const ends = { source: 'card:a', destination: anotherPerson };
  expect(withSource([card('a'), card('b')], ends, 'card:b')).toEqual({ ...ends, source: 'card:b' });
});

test('with two things, the other one is the destination', () => {
  const ends = { source: 'card:a', destination: 'card:b' };
  expect(withSource([card('a'), card('b')], ends, 'card:b')).toEqual({
    source: 'card:b',
    destination: 'card:a',
  });
});

test('one thing that can pay is enough to begin: other people may be paid', () => {
  expect(canSendFrom([card('a', { to: cannot('No.') })])).toBe(true);
  expect(canSendFrom([card('a', { from: cannot('No.') })])).toBe(false);
  expect(canSendFrom([])).toBe(false);
});

test('once the day’s card payments are used up, cards alone are not enough', () => {
  const usedUp = { from: { card: 'Used up.', account: null } };
  expect(canSendFrom([card('a', usedUp), card('b', usedUp)])).toBe(false);
  expect(canSendFrom([card('a', usedUp), bank('b')])).toBe(true);
});
