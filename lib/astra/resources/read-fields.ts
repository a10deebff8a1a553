import type { z } from 'zod';
import { type Cents, cents, centsFromDollars } from '../money';

/**
 * The fields of a result that this client knows. Fields that Astra adds are kept in the value; the
 * type leaves them out, so that a misspelt name is an error and not `unknown`.
 */
export type Known<Fields> = {
  [Name in keyof Fields as string extends Name ? never : Name]: Fields[Name];
};

/**
 * Reads an amount of dollars for a result.
 *
 * An amount that is not exact cents makes the whole answer unusable: it is never guessed.
 */
export function readAmount(dollars: number, context: z.RefinementCtx): Cents {
  try {
    return centsFromDollars(dollars);
  } catch {
    context.addIssue({ code: 'custom', path: ['amount'], message: 'Not an exact amount.' });
    return cents(0); // never seen: the issue fails the parse
  }
}
