import { z } from 'zod';

/** Ids are opaque: their shapes vary by resource and by age, so none is checked by pattern. */
export const id = z.string().min(1);

/** US dollars as a JSON number, the way Astra writes money on the wire. Never cents. */
export const wireDollars = z.number();

/**
 * A date-time as Astra prints it: mostly naive with microseconds (`2020-09-15T15:12:04.746260`),
 * sometimes with an offset (`…+00:00`). A naive one is UTC.
 */
export const wireDateTime = z.string();

/** A calendar date `YYYY-MM-DD`. On routines it is the day in Pacific time. */
export const wireDate = z.string();

/** What we send as a birth date; Astra documents this very pattern. */
export const strictDate = z.string().regex(/^\d{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$/);

/** What we send as a phone number in JSON: a plus and eleven digits, `+15557771234`. */
export const e164UsPhone = z.string().regex(/^\+\d{11}$/);
