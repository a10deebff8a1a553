import type { z } from 'zod';
import { type Cents, cents, centsFromDollars } from '../money';

/**
 * The fields of a result that this client knows. Fields that Astra adds are kept in the value; the
 * type leaves them out, so that a misspelt name is an error and not `unknown`.
 */
export type Known<Fields> = {
  [Name in keyof Fields as string extends Name ? never : Name]: Fields[Name];
};

/** One amount under the name that Astra gives it: `{ pull_amount: 4.99 }`. */
type Named<Amount> = Readonly<Record<string, Amount>>;

/**
 * Reads an amount of dollars for a result.
 *
 * An amount that is not exact cents makes the whole answer unusable: it is never guessed.
 *
 * @param options.negative `'allow'` for balances, and where Astra leaves the sign open.
 */
export function readAmount(
  named: Named<number>,
  context: z.RefinementCtx,
  options?: { negative: 'allow' },
): Cents {
  return readOptionalAmount(named, context, options) ?? cents(0);
}

/** The same for an amount that may be absent, which is null then. */
export function readOptionalAmount(
  named: Named<number | null | undefined>,
  context: z.RefinementCtx,
  options?: { negative: 'allow' },
): Cents | null {
  const [[name, dollars] = []] = Object.entries(named);
  if (name === undefined || typeof dollars !== 'number') return null;
  try {
    return centsFromDollars(dollars, options);
  } catch {
    context.addIssue({ code: 'custom', path: [name], message: 'Not an exact amount.' });
    return null; // never seen: the issue fails the parse
  }
}

/** Reads a status. Astra's reference spells one of them with one l here and with two there. */
export function readStatus<Status>(status: Status): Status | 'cancelled' {
  return status === 'canceled' ? 'cancelled' : status;
}
