const spelling =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(?:\s?(Z|[+-]\d{2}:?\d{2}))?$/i;

/**
 * Reads a date-time of Astra's. Most come without an offset (`2020-09-15T15:12:04.746260`); those
 * are UTC, while `new Date(text)` would take them as the server's local time. Microseconds are cut
 * to milliseconds.
 *
 * @returns null when there is none or it cannot be read: a strange time never costs an answer.
 */
export function readDateTime(text: string | null | undefined): Date | null {
  const match = spelling.exec(text ?? '');
  if (!match) return null;
  const [, day = '', time = '', fraction = '', offset = 'Z'] = match;
  const seconds = time.length === 5 ? `${time}:00` : time;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const zone = /^z$/i.test(offset) ? 'Z' : offset.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2');
  const date = new Date(`${day}T${seconds}.${milliseconds}${zone}`);
  // V8 rolls 30 February over to March; a day that does not exist is not a time.
  const realDay = new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10);
  return realDay === day && !Number.isNaN(date.getTime()) ? date : null;
}
