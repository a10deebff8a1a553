import { pacificDay } from '../contract';
import type { NewCard } from '../engine/cards';
import { isUnexpired, passesLuhn } from '../rules/card-numbers';
import type { FormFields } from '../server/messages';
import type { ScreenErrors } from './screen';

/** The card form's fields, in the order of the page. */
export const cardFieldNames = [
  'card_number',
  'expiration_date',
  'card_security_code',
  'first_name',
  'last_name',
  'street_line_1',
  'street_line_2',
  'city',
  'state',
  'zip_code',
] as const;

export type CardFieldValues = Readonly<Record<(typeof cardFieldNames)[number], string>>;

export function readCardFields(form: FormFields): CardFieldValues {
  return {
    card_number: form.text('card_number'),
    expiration_date: form.text('expiration_date'),
    card_security_code: form.text('card_security_code'),
    first_name: form.text('first_name'),
    last_name: form.text('last_name'),
    street_line_1: form.text('street_line_1'),
    street_line_2: form.text('street_line_2'),
    city: form.text('city'),
    state: form.text('state'),
    zip_code: form.text('zip_code'),
  };
}

/** What a refused form shows again: all but what nobody may read over a shoulder. */
export function shownFields(values: CardFieldValues): Readonly<Record<string, string>> {
  const { card_number: _number, card_security_code: _code, ...shown } = values;
  return shown;
}

/** What a person should correct, in words, by field. */
export function cardErrors(values: CardFieldValues, nowMs: number): ScreenErrors {
  const number = digitsOf(values.card_number);
  const expiration = readExpiration(values.expiration_date);
  const checks: readonly [name: (typeof cardFieldNames)[number], isWrong: boolean, text: string][] =
    [
      ['card_number', !/^\d{12,19}$/.test(number), 'Enter the long number on your card.'],
      ['card_number', !passesLuhn(number), 'That card number is not right. Check each digit.'],
      ['expiration_date', expiration === undefined, 'Enter month and year, such as 08/29.'],
      [
        'expiration_date',
        expiration !== undefined && !isUnexpired(expiration, pacificDay(nowMs)),
        'This card has expired. Use another one.',
      ],
      [
        'card_security_code',
        !/^\d{3,4}$/.test(values.card_security_code),
        'Enter the three or four digits.',
      ],
      ['first_name', values.first_name === '', 'Enter the first name on the card.'],
      ['last_name', values.last_name === '', 'Enter the last name on the card.'],
      ['street_line_1', values.street_line_1 === '', 'Enter the street and number.'],
      ['city', values.city === '', 'Enter the city.'],
      ['state', !/^[A-Za-z]{2}$/.test(values.state), 'Enter two letters, such as CA.'],
      ['zip_code', !/^\d{5}$/.test(values.zip_code), 'Enter the five digits of the ZIP code.'],
    ];
  const errors: Record<string, string> = {};
  for (const [name, isWrong, text] of checks) {
    if (isWrong) errors[name] ??= text;
  }
  return errors;
}

/** The card of a form without errors. */
export function cardOf(values: CardFieldValues): NewCard {
  return {
    number: digitsOf(values.card_number),
    expirationDate: readExpiration(values.expiration_date) ?? '',
    firstName: values.first_name,
    lastName: values.last_name,
    street1: values.street_line_1,
    street2: values.street_line_2,
    city: values.city,
    state: values.state.toUpperCase(),
    zipCode: values.zip_code,
    addedByUser: true,
  };
}

function digitsOf(text: string): string {
  return text.replace(/[\s-]/g, '');
}

/** `MM/YY` from what people type: `8/29`, `0829`, `08 / 2029`. */
function readExpiration(text: string): string | undefined {
  const match = /^(\d{1,2})\s*[/-]\s*(?:20)?(\d{2})$|^(\d{2})(?:20)?(\d{2})$/.exec(text);
  const month = Number(match?.[1] ?? match?.[3]);
  const year = match?.[2] ?? match?.[4];
  if (year === undefined || month < 1 || month > 12) return undefined;
  return `${String(month).padStart(2, '0')}/${year}`;
}
