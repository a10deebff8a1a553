const consoleClock = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/**
 * The times that were printed last. A page of a list prints some hundred, mostly the same ones again,
 * and working them out was the largest part of what such a request cost.
 */
const printed = new Map<number, string>();
const mostPrinted = 10_000;

/** `2020-09-15T15:12:04.746000`: UTC without saying so, as most of Astra's objects print times. */
export function naiveDateTime(ms: number): string {
  const known = printed.get(ms);
  if (known !== undefined) return known;
  const text = `${new Date(ms).toISOString().slice(0, -1)}000`;
  if (printed.size >= mostPrinted) printed.clear();
  printed.set(ms, text);
  return text;
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

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** How long something took, in its largest unit: `2.5 s`, `3 min`, `8 d`. */
export function duration(ms: number): string {
  const unit = units.find(([, length]) => ms >= length);
  if (unit !== undefined) return `${Math.round((ms / unit[1]) * 10) / 10} ${unit[0]}`;
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${Math.round(ms / 100) / 10} s`;
}
