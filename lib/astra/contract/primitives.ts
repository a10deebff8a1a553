import { z } from 'zod';

/** Ids are opaque: their shapes vary by resource and by age, so none is checked by pattern. */
export const id = z.string().min(1);

/** US dollars as a JSON number, the way Astra writes money on the wire. Never cents. */
export const wireDollars = z.number();

/**
 * An amount that we send: more than nothing, and no part of a cent. Judged by its shortest spelling,
 * which is what travels: a division lets 4.989999999999999 pass. Fifteen digits are what a JSON
 * number holds exactly.
 */
export const sentDollars = wireDollars
  .positive({ error: 'An amount is more than nothing.', abort: true })
  .multipleOf(0.01, { error: 'An amount has at most two decimals.', abort: true })
  .refine((dollars) => /^\d{1,13}(\.\d{1,2})?$/.test(String(dollars)), {
    error: 'An amount has at most two decimals and fifteen digits.',
  });

/** A share in percent, as Astra writes it: 1.25 is 1.25 %. */
export const percent = z.number().min(0).max(100);

/**
 * A date-time as Astra prints it: mostly naive with microseconds (`2020-09-15T15:12:04.746260`),
 * sometimes with an offset (`…+00:00`). A naive one is UTC.
 */
export const wireDateTime = z.string();

/** A calendar date `YYYY-MM-DD`. On routines it is the day in Pacific time. */
export const wireDate = z.string();

/**
 * What we send as a date. Astra documents a pattern for birth dates and for queries, which lets
 * 31 February pass; a day that does not exist is refused here.
 */
export const strictDate = z.iso.date({
  error: 'A day is spelled 2026-02-03, and has to exist.',
});

/** What we send as a phone number in JSON: a plus and eleven digits, `+15557771234`. */
export const e164UsPhone = z
  .string()
  .regex(/^\+\d{11}$/, 'A phone number is spelled +15557771234.');

/** The last four digits of a social security number, or all nine. */
export const ssn = z.string().regex(/^(\d{9}|\d{4})$/, 'Four digits or nine, without dashes.');

/** Two capital letters. */
export const usState = z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, such as CA.');

/** Five digits. */
export const postalCode = z.string().regex(/^\d{5}$/, 'Five digits, such as 94304.');

/** Nine digits that name a bank. Whether they check out is `isRoutingNumber`'s to say. */
export const routingNumber = z.string().regex(/^\d{9}$/, 'Nine digits.');

/** A reference of ours that the networks carry along. Its length depends on the network. */
export const correlationId = z
  .string()
  .regex(/^[a-zA-Z0-9]{1,140}$/, 'Letters and digits only, at most 140.');

/** The reference where a debit card is pulled: exactly eight letters and digits, never used twice. */
export const cardCorrelationId = z
  .string()
  .regex(/^[a-zA-Z0-9]{8}$/, 'Exactly eight letters and digits.');
