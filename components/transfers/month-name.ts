const names = {
  short: new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }),
  full: new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const;

/** `2026-11` in words: "Nov", or "November 2026". */
export function monthName(month: string, length: keyof typeof names): string {
  return names[length].format(new Date(`${month}-01T00:00:00Z`));
}
