/** Names and reasons are shorter; what is longer is a mistake or an attack on our pages. */
const longestText = 200;

/** PostgreSQL's indexes take some 2,700 bytes. Astra's ids are UUIDs. */
const longestId = 500;

/** Controls, halves of surrogate pairs, and marks that turn the text around them. */
const unshowable = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A text that Astra, Plaid or Unit sent, as it may be stored and shown. PostgreSQL refuses a NUL and
 * half of a surrogate pair, and lists are written in one transaction: one odd name must not cost a
 * person all of their cards.
 *
 * @returns null when nothing is left that could be shown.
 */
export function outsideText(text: string | null | undefined): string | null {
  const beginning = (text ?? '').slice(0, 4 * longestText);
  const safe = beginning.replace(unshowable, ' ').replace(/ {2,}/g, ' ').trim();
  return withoutHalf(safe.slice(0, longestText)).trim() || null;
}

/**
 * An id that came from outside, as it may be stored and looked for. It stays as it is, unless
 * PostgreSQL could not hold it.
 */
export function outsideId(id: string): string {
  return withoutHalf(id.slice(0, longestId)).toWellFormed().replaceAll('\0', '\uFFFD');
}

/** The same for an id that may be absent. */
export function outsideIdOrNull(id: string | null | undefined): string | null {
  return typeof id === 'string' ? outsideId(id) : null;
}

/** The last four digits, of however many were sent: more of a number is never kept. */
export function lastFour(number: string | null | undefined): string | null {
  return (number ?? '').replace(/\D/g, '').slice(-4) || null;
}

/** A cut may have gone through a character that is written as a pair. */
function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
