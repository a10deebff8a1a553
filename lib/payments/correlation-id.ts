import { randomInt } from 'node:crypto';

/** Without I, L, O, U, 0 and 1, so that people can read it to each other. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A reference that travels with the money: eight letters and digits, because card networks carry
 * no more. Made once for a payment and kept for its life; unique per person by a database constraint.
 */
export function newCorrelationId(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
