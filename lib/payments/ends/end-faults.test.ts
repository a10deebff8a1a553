import { expect, test } from 'vitest';
import type { Account, Card } from '@/lib/db/generated/client';
import {
  destinationAccountFault,
  destinationCardFault,
  sourceAccountFault,
  sourceCardFault,
} from './end-faults';

const moment = new Date(0);
const today = '2026-11-21';
const card: Card = {
  id: 'card',
  userId: 'user',
  astraId: 'astra-card',
  brand: 'visa',
  cardType: null,
  lastFour: '5556',
  expirationDate: null,
  holderName: null,
  status: 'approved',
  pullEnabled: true,
  pushEnabled: true,
  reviewReasons: [],
  reviewStatus: null,
  issuerCardId: null,
  issuer: null,
  seenAt: moment,
  createdAt: moment,
  updatedAt: moment,
  nextLookAt: moment,
  looks: 0,
};
const account: Account = {
  id: 'account',
  userId: 'user',
  astraId: 'astra-account',
  name: null,
  institutionName: null,
  mask: '0000',
  subtype: 'checking',
  origin: 'bank_link',
  connectionStatus: 'connected',
  currentBalanceCents: 1n,
  availableBalanceCents: 1n,
  balanceAt: null,
  removedAt: null,
  seenAt: moment,
  createdAt: moment,
  updatedAt: moment,
};

test('what works by itself pays and is paid', () => {
  expect(sourceCardFault(card, 'card_to_card', today)).toBeNull();
  expect(destinationCardFault(card, today)).toBeNull();
  expect(sourceAccountFault(account)).toBeNull();
  expect(destinationAccountFault(account, 'account_to_account')).toBeNull();
});

test('a card that we issued pays cards, and no account', () => {
  const issued = { ...card, issuerCardId: 'issuer-card' };
  expect(sourceCardFault(issued, 'card_to_card', today)).toBeNull();
  expect(sourceCardFault(issued, 'card_to_account', today)).toMatch(/that we issued cannot pay/);
});

test('cards pay into accounts that were added by their numbers, and into no other', () => {
  const byNumbers = { ...account, origin: 'numbers' as const };
  expect(destinationAccountFault(byNumbers, 'card_to_account')).toBeNull();
  expect(destinationAccountFault(account, 'card_to_account')).toMatch(/added by their numbers/);
});

test('what cannot pay at all says so in the words of its own page', () => {
  expect(sourceCardFault({ ...card, status: 'flagged' }, 'card_to_card', today)).toMatch(
    /is reviewing/,
  );
  expect(sourceAccountFault({ ...account, availableBalanceCents: null })).toMatch(/only be sent/);
  expect(destinationCardFault({ ...card, pushEnabled: false }, today)).toMatch(/receive money/);
  const broken = { ...account, connectionStatus: 'error' };
  expect(destinationAccountFault(broken, 'account_to_account')).toMatch(/no longer lets Astra in/);
});
