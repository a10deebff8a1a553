import { createHash } from 'node:crypto';
import type { IssuedCardStatus } from '../issued-card-status';

/** A card as its issuer knows it. */
export type LedgerCard = {
  id: string;
  brand: 'Visa' | 'Mastercard';
  number: string;
  securityCode: string;
  expirationDate: string;
  status: IssuedCardStatus;
};

/** Who holds every card of the stand-in: the example person of Astra's sandbox. */
export const cardHolder = {
  first_name: 'Edmund',
  last_name: 'Hillary',
  street_line_1: '123 Astra Ave',
  city: 'Palo Alto',
  state: 'CA',
  zip_code: '94304',
} as const;

/** The first six digits of our cards, which the emulator knows as registered. */
const visa = { brand: 'Visa', bin: '440393' } as const;
const mastercard = { brand: 'Mastercard', bin: '510805' } as const;

/** What everybody has been issued. */
const program = [
  { name: 'everyday', ...visa, status: 'active', expirationDate: '11/39' },
  { name: 'travel', ...mastercard, status: 'active', expirationDate: '04/38' },
  { name: 'savings', ...visa, status: 'frozen', expirationDate: '08/37' },
  { name: 'previous', ...mastercard, status: 'active', expirationDate: '06/24' },
  { name: 'misplaced', ...visa, status: 'lost', expirationDate: '02/36' },
] as const;

/** The cards of a customer. They follow from the customer's id, so nothing has to be kept. */
export function ledgerCards(customerId: string): LedgerCard[] {
  return program.map(({ name, bin, ...card }) => {
    const id = `${name}-${customerId}`;
    const digits = digitsOf(id);
    return {
      ...card,
      id,
      number: withCheckDigit(`${bin}${digits.slice(0, 9)}`),
      securityCode: digits.slice(9, 12),
    };
  });
}

/** Twelve digits that follow from a text. */
function digitsOf(text: string): string {
  const hash = createHash('sha256').update(`stand-in issuer ${text}`).digest();
  return Array.from(hash.subarray(0, 12), (byte) => byte % 10).join('');
}

/** Adds the last digit of a card number, by which a mistyped one is told (the Luhn formula). */
function withCheckDigit(digits: string): string {
  const sum = Array.from(digits, Number)
    .reverse()
    .map((digit, place) => (place % 2 === 0 ? digit * 2 : digit))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
