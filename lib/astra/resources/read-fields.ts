import { z } from 'zod';
import { type Cents, centsFromDollars } from '../money';

/**
 * The fields of a result that this client knows, at any depth. Fields that Astra adds are kept in the
 * value; the type leaves them out, so that a misspelt name is an error and not `unknown`. What has no
 * fields of its own, such as metadata, stays as it is.
 */
export type Known<Value> = Value extends Atom
  ? Value
  : Value extends readonly (infer Item)[]
    ? Known<Item>[]
    : [NamedIn<Value>] extends [never]
      ? Value
      : { [Name in keyof Value as string extends Name ? never : Name]: Known<Value[Name]> };

type Atom = string | number | boolean | null | undefined | Date;

type NamedIn<Value> = keyof {
  [Name in keyof Value as string extends Name ? never : Name]: true;
};

/**
 * Reads an amount of dollars for a result: cents, or null where Astra sent none or one that is not
 * exact cents.
 *
 * It is never guessed, and never costs the rest of the answer: one odd entry would make a whole list
 * unreadable, and with it the search for a payment whose outcome is unknown.
 */
export const amountInCents = centsOrNull('refuse');

/** The same for balances, which may be below zero, and where Astra leaves the sign open. */
export const signedAmountInCents = centsOrNull('allow');

function centsOrNull(negative: 'refuse' | 'allow') {
  return z
    .number()
    .nullish()
    .catch(null)
    .transform((dollars): Cents | null => {
      try {
        return typeof dollars === 'number' ? centsFromDollars(dollars, { negative }) : null;
      } catch {
        return null;
      }
    });
}

/** Reads a status. Astra's reference spells one of them with one l here and with two there. */
export function readStatus<Status>(status: Status): Status | 'cancelled' {
  return status === 'canceled' ? 'cancelled' : status;
}
