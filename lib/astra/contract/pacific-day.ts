const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The business day of a moment, `YYYY-MM-DD`: Astra dates routines by the calendar of Los Angeles.
 * A payment made at 03:20 UTC on the 15th is one of the 14th. Source: reference, "Routines".
 */
export function pacificDay(at: Date | number): string {
  return calendar.format(at);
}
