import { z } from 'zod';
import { createCardRequest } from '@/lib/astra/contract/cards';
import { pacificDay } from '@/lib/astra/contract/pacific-day';
import { requiredText, stateField, zipCodeField } from '@/lib/forms/text-fields';
import { digitsOf, hasFittingLength, passesLuhn, securityCodeLengths } from './card-number';

const { shape } = createCardRequest;

const cardNumber = z
  .string()
  .transform(digitsOf)
  .refine((digits) => digits !== '', { error: 'Enter the number of your card.', abort: true })
  .refine(hasFittingLength, { error: 'This number is too short or too long.', abort: true })
  .refine(passesLuhn, 'Check the number: at least one digit is wrong.')
  .pipe(shape.card_number);

/** `04/29`, however it is typed or filled in by the browser: 4/29, 0429, 04 / 2029. */
const expirationDate = z
  .string()
  .transform((typed) => {
    const [, month = '', year = ''] =
      /^(0?[1-9]|1[012])[\s/.-]*(?:20)?(\d{2})$/.exec(typed.trim()) ?? [];
    return `${month.padStart(2, '0')}/${year}`;
  })
  .refine((text) => shape.expiration_date.safeParse(text).success, {
    error: 'Enter month and year, such as 04/29.',
    abort: true,
  })
  // Good to the end of its month, by Astra's calendar.
  .refine(
    (text) => `20${text.slice(3)}-${text.slice(0, 2)}` >= pacificDay(Date.now()).slice(0, 7),
    'This card has expired.',
  );

/**
 * A card as it is typed. Only the browser parses it: it has the fields that Astra takes, under
 * Astra's names, so that what Astra says about a field finds its place.
 */
export const cardEntry = z
  .object({
    card_number: cardNumber,
    expiration_date: expirationDate,
    card_security_code: z
      .string()
      .trim()
      .refine((text) => shape.card_security_code.safeParse(text).success, {
        error: 'Enter the three or four digits of the security code.',
      }),
    first_name: requiredText('Enter the first name on the card.'),
    last_name: requiredText('Enter the last name on the card.'),
    street_line_1: requiredText('Enter the street address of your card’s bills.'),
    street_line_2: z.string().trim().max(100, 'Use at most 100 characters.').default(''),
    city: requiredText('Enter the city.'),
    state: stateField,
    zip_code: zipCodeField,
  })
  .refine(
    ({ card_number, card_security_code }) =>
      securityCodeLengths(card_number).includes(card_security_code.length),
    { path: ['card_security_code'], message: 'The security code of this card has another length.' },
  );

/** What Astra is sent: a card that the person brings, and that we did not issue. */
export function cardRequest(entry: z.output<typeof cardEntry>): z.output<typeof createCardRequest> {
  const { street_line_2, ...rest } = entry;
  return { ...rest, ...(street_line_2 && { street_line_2 }), added_by_user: true };
}
