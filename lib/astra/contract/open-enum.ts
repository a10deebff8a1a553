import { z } from 'zod';

/**
 * A set of known strings that may grow.
 *
 * Astra may add a status tomorrow. A closed enum would then fail to parse a real answer, and a page
 * or a webhook would break over a word. So a value outside the set passes through as it is, and the
 * type reminds the reader to handle it: `'approved' | 'pending' | (string & {})`.
 */
export function openEnum<const Known extends readonly [string, ...string[]]>(known: Known) {
  // Any string is an OpenEnum; only the editor sees a difference.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return z.string().meta({ knownValues: known }) as unknown as z.ZodType<
    OpenEnum<Known[number]>,
    OpenEnum<Known[number]>
  >;
}

/** A known string, kept visible to the editor, or any other one. */
export type OpenEnum<Known extends string> = Known | (string & Record<never, never>);
