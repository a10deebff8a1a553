import { z } from 'zod';
import { wireDate, wireDateTime, wireDollars } from './primitives';

/** `2020-09-15T15:12:04.746260`: UTC without saying so, as most objects print times. */
export const naiveDateTime = z.iso.datetime({ local: true, precision: 6 }).regex(/\d$/);

/** `2020-09-15T15:12:04.746260+00:00`: how routines print `created`. */
export const offsetDateTime = z.iso.datetime({ offset: true, precision: 6 }).regex(/\+\d\d:\d\d$/);

/** `MM/YY` on a card. */
export const cardMonth = z.string().regex(/^(0[1-9]|1[012])\/\d{2}$/);

/** A part of a card's or an account's number. */
export const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`));

/** What the contract's lenient primitives look like when Astra prints them. */
const strictForms = new Map<z.ZodType, z.ZodType>([
  [wireDateTime, naiveDateTime],
  [wireDate, z.iso.date()],
  [wireDollars, wireDollars.multipleOf(0.01)],
]);

const known = z.looseObject({ knownValues: z.tuple([z.string()], z.string()) });

/** A primitive in the form that is documented of it; open enums close. */
export function strictFormat(schema: z.ZodType): z.ZodType {
  const { success, data } = known.safeParse(schema.meta());
  if (success) return z.enum(data.knownValues);
  return strictForms.get(schema) ?? schema;
}
