import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { UpcomingDates } from './upcoming-dates';

const weekly = {
  dates: ['2026-11-25', '2026-11-26', '2026-11-28'],
  today: '2026-11-25',
  paymentType: 'ach',
  status: 'active',
  type: 'recurring',
  history: { transfers: 0, lastDay: null },
  isUnwanted: false,
};

const shown = (change: Partial<typeof weekly>) =>
  renderToStaticMarkup(<UpcomingDates routine={{ ...weekly, ...change }} />).replace(
    /<[^>]+>/g,
    ' ',
  );

test('a payment between banks that is due on a day on which they rest leaves on the next one', () => {
  const text = shown({});
  expect(text).toContain('Today');
  // Thanksgiving, and a Saturday.
  expect(text).toMatch(/Thursday, November 26\s+It leaves on Friday, November 27\./);
  expect(text).toMatch(/Saturday, November 28\s+It leaves on Monday, November 30\./);
  expect(text).toContain('Banks move no money on weekends and bank holidays.');
});

test('a payment by card is made on any day', () => {
  const text = shown({ paymentType: 'debit' });
  expect(text).not.toContain('It leaves');
  expect(text).toContain('Cards pay on weekends and holidays too.');
});

test.each([
  ['is paused', { status: 'inactive' }, 'It is paused.'],
  ['pays somebody who receives nothing', { status: 'inactive', isUnwanted: true }, 'None for now.'],
  ['has ended', { status: 'cancelled' }, 'This routine has ended.'],
  ['waits for its person', { status: 'pending_account_authorization' }, 'None for now.'],
  ['moves by itself', { type: 'sweep' }, 'nobody knows the day before'],
  [
    'has paid its one time',
    { type: 'one-time', history: { transfers: 1, lastDay: null } },
    'It pays once, and that has begun.',
  ],
  ['has no day at Astra', {}, 'Astra has not said on which day.'],
])('a routine that %s has no next day, and says why', (_what, change, words) => {
  expect(shown({ ...change, dates: [] })).toContain(words);
});

test('a one-time payment that is paused has no next day to go on with', () => {
  const text = shown({ status: 'inactive', type: 'one-time', dates: [] });
  expect(text).toContain('Nothing is sent until you resume it.');
  expect(text).not.toContain('next day');
});
