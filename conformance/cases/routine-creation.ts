import { z } from 'zod';
import { type Case, rule } from '../case';
import { type Expectation, refusesField, succeeds } from '../expectation';
import { personWithCards } from '../stage/cards';
import { accountPayment, addAccount, pacificDayIn, payment } from '../stage/money';
import { person } from '../stage/people';
import { once } from '../stage/stage';

/** A rule about a payment from card to card. */
const cardPayment = (name: string, change: object, expected: Expectation) =>
  rule({
    operation: 'routines.create',
    name,
    arrange: personWithCards,
    request: (cards) => ({ accessToken: cards.accessToken, json: payment(cards, change) }),
    expect: expected,
  });

const twoAccounts = once(async (stage) => {
  const owner = await person(stage);
  return {
    ...owner,
    source: await addAccount(stage, owner),
    destination: await addAccount(stage, owner),
  };
});

/** A rule about a payment from account to account. */
const achPayment = (name: string, change: object, expected: Expectation) =>
  rule({
    operation: 'routines.create',
    name,
    arrange: twoAccounts,
    request: (ends) => ({ accessToken: ends.accessToken, json: accountPayment(ends, change) }),
    expect: expected,
  });

const weekly = { type: 'recurring', frequency: 'weekly' };
const isActive = { status: z.literal('active'), active: z.literal(true) };

/** What `POST /v1/routines` takes and refuses. */
export const creationRules: readonly Case[] = [
  cardPayment(
    'starts today by the calendar of Los Angeles unless told',
    {},
    succeeds(z.looseObject({ ...isActive, start_date: startsWith(pacificDayIn(0)) })),
  ),
  cardPayment(
    'refuses a debit that starts in the future',
    { start_date: pacificDayIn(2) },
    refusesField('start_date'),
  ),
  cardPayment('refuses an amount of nothing', { amount: 0 }, refusesField('amount')),
  cardPayment('refuses an amount below nothing', { amount: -1 }, refusesField('amount')),
  cardPayment('refuses an amount that is a text', { amount: '4.99' }, refusesField('amount')),
  cardPayment('refuses part of a cent', { amount: 4.999 }, refusesField('amount')),
  cardPayment('needs an amount', { amount: undefined }, refusesField('amount')),
  cardPayment('refuses a type that does not exist', { type: 'twice' }, refusesField('type')),
  cardPayment(
    'refuses a payment_type that does not exist',
    { payment_type: 'cash' },
    refusesField('payment_type'),
  ),
  cardPayment(
    'carries a reference of eight characters on a card',
    { client_correlation_id: 'ABCD1234' },
    succeeds(z.looseObject({ client_correlation_id: z.literal('ABCD1234') })),
  ),
  cardPayment(
    'refuses a reference of nine characters on a card',
    { client_correlation_id: 'ABCD12345' },
    refusesField('client_correlation_id'),
  ),
  cardPayment(
    'refuses a reference with a dash',
    { client_correlation_id: 'ABC-1234' },
    refusesField('client_correlation_id'),
  ),
  cardPayment(
    'refuses a speed for a payment between cards',
    { preferred_settlement_speed: 'T+1' },
    refusesField('preferred_settlement_speed'),
  ),
  cardPayment(
    'refuses a frequency on a one-time routine',
    { frequency: 'weekly' },
    refusesField('frequency'),
  ),
  cardPayment(
    'needs a frequency on a routine that repeats',
    { type: 'recurring' },
    refusesField('frequency'),
  ),
  achPayment(
    'moves money from account to account next week',
    {},
    succeeds(z.looseObject(isActive)),
  ),
  achPayment('repeats every week', weekly, succeeds(z.looseObject(isActive))),
  achPayment(
    'carries a reference of 80 characters on ACH',
    { client_correlation_id: 'A'.repeat(80) },
    succeeds(),
  ),
  achPayment(
    'refuses a reference of 81 characters on ACH',
    { client_correlation_id: 'A'.repeat(81) },
    refusesField('client_correlation_id'),
  ),
  achPayment('takes a speed', { preferred_settlement_speed: 'T+2' }, succeeds()),
  achPayment(
    'refuses a speed that does not exist',
    { preferred_settlement_speed: 'T+3' },
    refusesField('preferred_settlement_speed'),
  ),
  achPayment('needs a threshold to sweep', { type: 'sweep' }, refusesField('threshold')),
  achPayment(
    'refuses a share above the whole',
    { type: 'percentage-balance', percent_of_balance: 101 },
    refusesField('percent_of_balance'),
  ),
];

/** A day, or a date-time of it: older pages print the one, newer ones the other. */
function startsWith(day: string) {
  return z.string().startsWith(day);
}
