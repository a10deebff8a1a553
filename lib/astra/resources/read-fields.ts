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
 *
 * @param options.negative `'allow'` for balances.
 */
export function readAmount(
  dollars: number,
  context: z.RefinementCtx,
  options?: { negative: 'allow' },
): Cents {
  try {
    return centsFromDollars(dollars, options);
  } catch {
    context.addIssue({ code: 'custom', path: ['amount'], message: 'Not an exact amount.' });
    return cents(0); // never seen: the issue fails the parse
  }
}

/** The same for an amount that may be absent, which is null then. */
export function readOptionalAmount(
  dollars: number | null | undefined,
  context: z.RefinementCtx,
  options?: { negative: 'allow' },
): Cents | null {
  return typeof dollars === 'number' ? readAmount(dollars, context, options) : null;
}
