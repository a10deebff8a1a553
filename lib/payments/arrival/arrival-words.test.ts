import { assert, constantFrom, date, property } from 'fast-check';
import { expect, test } from 'vitest';
import { settlementSpeeds } from '@/lib/astra/contract';
import { arrivalWords } from './arrival-words';
import { addBankingDays, isBankingDay } from './banking-days';

const byBank = {
  direction: 'account_to_account',
  routineType: 'one-time',
  terms: { speed: 'T+1' },
} as const;
const intoAccount = { ...byBank, direction: 'card_to_account', terms: {} } as const;

function words(order: Parameters<typeof arrivalWords>[0], at: string) {
  const { when, note } = arrivalWords(order, new Date(at));
  return note === null ? when : `${when} / ${note}`;
}

// Tuesday, November 24, 2026, at noon in New York; Thursday is Thanksgiving.
const noon = '2026-11-24T17:00:00Z';

test('a payment to a card takes seconds', () => {
  const toCard = { ...byBank, direction: 'card_to_card', terms: {} } as const;
  expect(words(toCard, noon)).toBe('Usually within seconds');
});

test('a payment between accounts names the day, and says nothing when nothing holds it up', () => {
  expect(words(byBank, noon)).toBe('Wednesday, November 25, in the morning');
});

test('a payment from a card into an account is there today, if it is early enough', () => {
  expect(words(intoAccount, noon)).toBe('Today, by 6 pm Eastern time');
  expect(words(intoAccount, '2026-11-24T21:00:00Z')).toBe(
    'Wednesday, November 25, by 6 pm Eastern time / After 3:45 pm Eastern time a payment waits for the next banking day, Wednesday, November 25.',
  );
});

test('a weekend and the end of the year are explained', () => {
  expect(words(byBank, '2026-12-31T23:50:00Z')).toBe(
    'Tuesday, January 5, 2027, in the morning / After 6:45 pm Eastern time a payment waits for the next banking day, Monday, January 4, 2027.',
  );
  expect(words(byBank, '2026-11-28T17:00:00Z')).toBe(
    'Tuesday, December 1, in the morning / It leaves on Monday, November 30. Banks move no money on weekends and bank holidays.',
  );
});

test('late in the evening in the West it is the next day in the East, and nothing is explained that is not so', () => {
  // Monday at 10 pm in Los Angeles, Tuesday at 1 am in New York.
  expect(words(byBank, '2026-11-24T06:00:00Z')).toBe('Wednesday, November 25, in the morning');
});

test('a payment that is wanted on a later banking day leaves then, without a reason', () => {
  const onDay = (startDate: string) => ({ ...byBank, terms: { ...byBank.terms, startDate } });
  expect(words(onDay('2026-12-10'), noon)).toBe('Friday, December 11, in the morning');
  expect(words(onDay('2026-12-25'), noon)).toBe(
    'Tuesday, December 29, in the morning / It leaves on Monday, December 28. Banks move no money on weekends and bank holidays.',
  );
});

const moments = date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2060-01-01T00:00:00Z'),
  noInvalidDate: true,
});

test('weekends and bank holidays are the reason exactly when New York has one of them', () => {
  assert(
    property(moments, constantFrom(...settlementSpeeds.slice(1)), (at, speed) => {
      const { note } = arrivalWords({ ...byBank, terms: { speed } }, at);
      const newYork = at.toLocaleDateString('en-CA', { timeZone: 'America/New_York' });
      expect(note?.includes('weekends') ?? false).toBe(!isBankingDay(newYork));
    }),
  );
});

/** Daylight saving as the law has it: from the second Sunday in March to the first in November. */
function isSummer(day: string): boolean {
  const year = day.slice(0, 4);
  const sundays = (month: string, from: number) =>
    Array.from(
      { length: 7 },
      (_, index) => `${year}-${month}-${String(from + index).padStart(2, '0')}`,
    ).find((each) => new Date(each).getUTCDay() === 0) ?? '';
  return day >= sundays('03', 8) && day < sundays('11', 1);
}

test('the last window of a day closes by New York’s clock, in summer and in winter', () => {
  const bankingDays = moments.map((at) => addBankingDays(at.toISOString().slice(0, 10), 1));
  assert(
    property(bankingDays, (day) => {
      const hour = isSummer(day) ? 22 : 23;
      const lastMoment = Date.parse(`${day}T${hour}:44:59.999Z`);
      expect(arrivalWords(byBank, new Date(lastMoment)).note).toBeNull();
      expect(arrivalWords(byBank, new Date(lastMoment + 1)).note).toMatch(/^After 6:45 pm/);
      const sameDay = lastMoment - 3 * 60 * 60_000;
      expect(arrivalWords(intoAccount, new Date(sameDay)).note).toBeNull();
      expect(arrivalWords(intoAccount, new Date(sameDay + 1)).note).toMatch(/^After 3:45 pm/);
    }),
  );
});
