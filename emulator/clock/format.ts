const consoleClock = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `2020-09-15T15:12:04.746000`: UTC without saying so, as most of Astra's objects print times. */
export function naiveDateTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}000`;
}

/** `2020-09-15T15:12:04.746000+00:00`: how routines print `created`. */
export function offsetDateTime(ms: number): string {
  return `${naiveDateTime(ms)}+00:00`;
}

/** `Nov 21, 03:31:05` on this computer's clock, for the console. */
export function consoleTime(ms: number): string {
  return consoleClock.format(ms);
}

/** The moment of a complete date-time with its offset, as the contract has already checked it. */
export function momentOf(dateTime: string): number {
  return Date.parse(dateTime);
}
