import { expect, test } from 'vitest';
import { detailsSchema } from './details';

const good = {
  firstName: 'Edmund',
  lastName: 'Hillary',
  dateOfBirth: '1985-02-03',
  ssn: '1234',
  phone: '(555) 777-1234',
  address1: '123 Astra Ave',
  address2: '',
  city: 'Palo Alto',
  state: 'CA',
  postalCode: '94304',
};

/** The sentence that somebody gets who types this. */
function complaint(change: Record<string, string>): string | undefined {
  const result = detailsSchema.safeParse({ ...good, ...change });
  const issue = result.error?.issues.find(({ path }) => String(path[0]) in change);
  return issue?.message;
}

/** A calendar day so many years and days from today, in UTC. */
function day(years: number, days = 0): string {
  const date = new Date();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

test('ordinary details pass, with the phone as Astra wants it', () => {
  expect(detailsSchema.parse(good)).toEqual({ ...good, phone: '+15557771234' });
});

test.each([
  '5557771234',
  '555-777-1234',
  '555.777.1234',
  '(555) 777 1234',
  '+1 555 777 1234',
  '1-555-777-1234',
  '  15557771234 ',
])('the phone %j is understood', (phone) => {
  expect(detailsSchema.parse({ ...good, phone }).phone).toBe('+15557771234');
});

test.each([
  ['', 'Enter your mobile number.'],
  ['777-1234', 'Enter a US mobile number with ten digits.'],
  ['055-777-1234', 'Enter a US mobile number with ten digits.'],
  ['155-777-1234', 'Enter a US mobile number with ten digits.'],
  ['+44 20 7946 0958', 'Enter a US mobile number with ten digits.'],
  ['555777123x', 'Enter a US mobile number with ten digits.'],
  ['٥٥٥٧٧٧١٢٣٤', 'Enter a US mobile number with ten digits.'],
])('the phone %j is answered with a sentence', (phone, sentence) => {
  expect(complaint({ phone })).toBe(sentence);
});

test.each([
  ['', 'Enter your date of birth.'],
  ['03/02/1985', 'Enter a date that exists, such as 1985-02-03.'],
  ['1985-2-3', 'Enter a date that exists, such as 1985-02-03.'],
  ['1985-02-30', 'Enter a date that exists, such as 1985-02-03.'],
  ['2001-02-29', 'Enter a date that exists, such as 1985-02-03.'],
  ['1985-13-01', 'Enter a date that exists, such as 1985-02-03.'],
  [day(-18, 1), 'You must be at least 18 years old.'],
  [day(1), 'You must be at least 18 years old.'],
  ['1850-01-01', 'Check the year.'],
])('the date of birth %j is answered with a sentence', (dateOfBirth, sentence) => {
  expect(complaint({ dateOfBirth })).toBe(sentence);
});

test.each([day(-18), '2000-02-29', '1930-12-31'])(
  'the date of birth %s is taken',
  (dateOfBirth) => {
    expect(complaint({ dateOfBirth })).toBeUndefined();
  },
);

test.each([
  ['1234', '1234'],
  ['123-45-6789', '123456789'],
  [' 123 45 6789 ', '123456789'],
])('the social security number %j is taken as digits', (ssn, digits) => {
  expect(detailsSchema.parse({ ...good, ssn }).ssn).toBe(digits);
});

test.each(['', '123', '12345', '12345678', '1234567890', '12a4'])(
  'the social security number %j is answered with a sentence that does not repeat it',
  (ssn) => {
    expect(complaint({ ssn })).toBe(
      'Enter the last four digits of your Social Security number, or all nine.',
    );
  },
);

test.each(['PO Box 12', 'P.O. Box 12', 'p. o. box 12', 'P O BOX 7', 'Main St, PO box 3'])(
  'the address %j is no street address, in either line',
  (address) => {
    expect(complaint({ address1: address })).toContain('not a PO box');
    expect(complaint({ address2: address })).toContain('not a PO box');
  },
);

test('streets that only sound like a PO box are taken', () => {
  for (const address1 of ['12 Boxwood Po Lane', '1 Polo Boxing Ct', '4 Topo Box Road']) {
    expect(complaint({ address1 })).toBeUndefined();
  }
});

test.each([
  [{ firstName: '   ' }, 'Enter your first name.'],
  [{ lastName: '' }, 'Enter your last name.'],
  [{ city: '' }, 'Enter your city.'],
  [{ address1: '' }, 'Enter your street address.'],
  [{ state: 'ZZ' }, 'Choose your state.'],
  [{ state: '' }, 'Choose your state.'],
  [{ postalCode: '9430' }, 'Enter the five digits of your ZIP code.'],
  [{ postalCode: '94304-1234' }, 'Enter the five digits of your ZIP code.'],
  [{ firstName: 'x'.repeat(101) }, 'Use at most 100 characters.'],
  [{ address2: 'x'.repeat(101) }, 'Use at most 100 characters.'],
])('%j is answered with a sentence', (change, sentence) => {
  expect(complaint(change)).toBe(sentence);
});
