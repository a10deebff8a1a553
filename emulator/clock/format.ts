const pacificCalendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

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

/** `YYYY-MM-DD` in Los Angeles, the calendar by which Astra dates routines. */
export function pacificDay(ms: number): string {
  return pacificCalendar.format(ms);
}

/** `Nov 21, 03:31:05` on this computer's clock, for the console. */
export function consoleTime(ms: number): string {
  return consoleClock.format(ms);
}
