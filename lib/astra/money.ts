declare const centsBrand: unique symbol;

/**
 * An amount of US dollars as a whole number of cents, so that sums never drift: $4.99 is 499.
 * Made by {@link cents}, {@link centsFromDollars} or a parser built on them, never by a cast.
 */
export type Cents = number & { readonly [centsBrand]: true };

/**
 * The largest amount that survives the way to Astra and back: a JSON number holds any 15 decimal
 * digits exactly, and no 16. ($9,999,999,999,999.99 is enough.)
 */
export const largestCents = 999_999_999_999_999;

/**
 * Checks that a number is an amount in cents. Negative amounts are valid (an overdrawn balance);
 * whoever needs a positive one checks that.
 *
 * @throws RangeError when it is not a whole number or is too large to be sent exactly.
 */
export function cents(amount: number): Cents {
  const unsignedZero = amount === 0 ? 0 : amount; // -0 would print as "-$0.00"
  if (isCents(unsignedZero)) return unsignedZero;
  throw new RangeError('An amount in cents must be a whole number of at most 15 digits.');
}

function isCents(amount: number): amount is Cents {
  return Number.isInteger(amount) && Math.abs(amount) <= largestCents;
}

/**
 * Reads dollars as they come out of Astra's JSON, exactly: 4.99 is 499.
 *
 * The number is read by its shortest decimal spelling, the one that JSON would print, and never by
 * multiplying: `4.35 * 100` is 434.99999999999994. Astra computes in binary floats, so a sum may
 * arrive as 0.30000000000000004; digits beyond the 15 that a float keeps are noise and are dropped.
 * So is less than a billionth of a dollar, which a difference leaves: `100.1 - 100 - 0.1` is -5e-15.
 * A real third decimal (4.995) is refused: nobody may round somebody else's money.
 *
 * @param options.negative Set `'allow'` for balances, which may be below zero.
 * @throws RangeError when the number is not an exact amount of cents.
 */
export function centsFromDollars(
  dollars: number,
  options: { negative?: 'refuse' | 'allow' } = {},
): Cents {
  // Types are gone at run time, and a text or a bigint would be read as something else than meant.
  if (typeof dollars !== 'number') throw new RangeError('An amount in dollars must be a number.');
  const isNegative = dollars < 0 || Object.is(dollars, -0);
  if (isNegative && options.negative !== 'allow') {
    throw new RangeError('An amount in dollars may not be negative here.');
  }
  const match = exactCents.exec(String(dollars)) ?? exactCents.exec(withoutFloatNoise(dollars));
  if (!match) {
    throw new RangeError('An amount in dollars must be a number with at most two decimals.');
  }
  const [, sign = '', whole = '', decimals = ''] = match;
  return cents(Number(`${sign}${whole}${decimals.padEnd(2, '0')}`));
}

/** Writes cents as the JSON number that Astra expects: 499 is 4.99, and prints as `4.99`. */
export function dollarsFromCents(amount: Cents): number {
  return cents(amount) / 100;
}

/** `NaN`, `Infinity` and exponent spellings (`1e+21`, `1e-7`) do not match. */
const exactCents = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/**
 * The spelling at 15 significant digits and nine decimals, trailing zeros removed. From ten billion
 * dollars on, the fifteenth digit is too close to the cents to tell noise from money, so nothing is
 * dropped there.
 */
function withoutFloatNoise(dollars: number): string {
  if (!(Math.abs(dollars) < 1e10)) return '';
  return String(Number(Number(dollars.toPrecision(15)).toFixed(9)));
}
