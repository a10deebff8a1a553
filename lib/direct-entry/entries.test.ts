import { afterEach, expect, test, vi } from 'vitest';
import { createAccountRequest } from '@/lib/astra/contract/accounts';
import { createCardRequest } from '@/lib/astra/contract/cards';
import { fieldSentences } from '@/lib/http/field-sentences';
import { accountEntry, accountRequest } from './account-entry';
import { cardEntry, cardRequest } from './card-entry';

afterEach(() => void vi.useRealTimers());

const card = {
  card_number: '4000 0566 5566 5556',
  expiration_date: '12/34',
  card_security_code: '123',
  first_name: 'Edmund',
  last_name: 'Hillary',
  street_line_1: '123 Astra Ave',
  street_line_2: '',
  city: 'Palo Alto',
  state: 'CA',
  zip_code: '94304',
};
const account = {
  routing_number: '222222226',
  account_number: '0012345678',
  account_number_again: '0012345678',
  bank_account_type: 'checking',
  name: 'Everyday',
};

function wrongFields(schema: typeof cardEntry | typeof accountEntry, typed: object): string[] {
  const { error } = schema.safeParse(typed);
  return error ? Object.keys(fieldSentences(error)) : [];
}

test('a card becomes what Astra takes, as one that the person brings', () => {
  const request = cardRequest(cardEntry.parse(card));
  expect(createCardRequest.parse(request)).toEqual(request);
  expect(request).toMatchObject({ card_number: '4000056655665556', added_by_user: true });
  expect(request).not.toHaveProperty('street_line_2');
  expect(cardRequest(cardEntry.parse({ ...card, street_line_2: 'Apt 4' }))).toMatchObject({
    street_line_2: 'Apt 4',
  });
});

test.each(['12/34', '1234', '12 / 2034', '12-34'])('%j is December 2034', (expiration_date) => {
  expect(cardEntry.parse({ ...card, expiration_date }).expiration_date).toBe('12/34');
});

test('a card is good to the end of its month in California', () => {
  vi.useFakeTimers({ now: new Date('2029-05-01T05:00:00Z') });
  const typed = { ...card, expiration_date: '4/29' };
  expect(wrongFields(cardEntry, typed)).toEqual([]);
  vi.setSystemTime(new Date('2029-05-01T08:00:00Z'));
  expect(wrongFields(cardEntry, typed)).toEqual(['expiration_date']);
});

test.each([
  ['card_number', ''],
  ['card_number', '4000 0566 5566 555'],
  ['card_number', '4000 0566 5566 5557'],
  ['expiration_date', '13/34'],
  ['expiration_date', ''],
  ['card_security_code', '12'],
  ['card_security_code', '1234'],
  ['card_security_code', 'abc'],
  ['first_name', ' '],
  ['city', ''],
  ['state', 'XX'],
  ['zip_code', '9430'],
])('a card whose %s is %j is sent back with a sentence there alone', (field, typed) => {
  expect(wrongFields(cardEntry, { ...card, [field]: typed })).toEqual([field]);
});

test('an account becomes what Astra takes, a short number with zeros in front', () => {
  const typed = { ...account, account_number: '12 34', account_number_again: '1234' };
  const request = accountRequest(accountEntry.parse(typed), 'astra_ins_100');
  expect(createAccountRequest.parse(request)).toEqual(request);
  expect(request).toMatchObject({
    account_number: '0001234',
    institution_id: 'astra_ins_100',
    routing_number: '222222226',
  });
});

test.each([
  ['1234', '0001234'],
  ['123456', '0123456'],
  ['1234567', '1234567'],
  ['12345678901234567', '12345678901234567'],
])('the account number %s is sent as %s', (typed, sent) => {
  const entry = { ...account, account_number: typed, account_number_again: typed };
  expect(accountRequest(accountEntry.parse(entry), 'astra_ins_100').account_number).toBe(sent);
});

test.each([
  ['routing_number', '22222222'],
  ['routing_number', '222222225'],
  ['account_number', '123'],
  ['account_number', '123456789012345678'],
  ['account_number', '12345x78'],
  ['account_number_again', '0012345679'],
  ['account_number_again', ''],
  ['bank_account_type', 'loan'],
  ['name', ''],
])('an account whose %s is %j is sent back with a sentence', (field, typed) => {
  expect(wrongFields(accountEntry, { ...account, [field]: typed })).toEqual([field]);
});
