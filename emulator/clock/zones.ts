/** Banks keep Eastern time, Astra's calendar is Pacific. */
export type Zone = 'America/New_York' | 'America/Los_Angeles';

const formats = {
  'America/New_York': formatOf('America/New_York'),
  'America/Los_Angeles': formatOf('America/Los_Angeles'),
} as const satisfies Record<Zone, Intl.DateTimeFormat>;

function formatOf(timeZone: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
}

/** `YYYY-MM-DD` on the calendars of a zone. */
export function dayIn(zone: Zone, ms: number): string {
  return formats[zone].format(ms).slice(0, 10);
}

/**
 * The moment when the clocks of a zone show `time` on `day`.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`; of the hour that the clocks repeat in autumn, the first one
 */
export function momentIn(zone: Zone, day: string, time: string): number {
  const wallMs = Date.parse(`${day}T${time}:00Z`);
  const guess = wallMs - offsetMs(zone, wallMs);
  // The offset may change between the guess and the moment; the second look is exact.
  return wallMs - offsetMs(zone, guess);
}

/** How far a zone's clocks are ahead of UTC: negative in America. */
function offsetMs(zone: Zone, ms: number): number {
  const [day = '', time = ''] = formats[zone].format(ms).split(', ');
  return Date.parse(`${day}T${time}Z`) - Math.floor(ms / 1000) * 1000;
}

/** The day `days` after another, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 is a Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** How many days `later` comes after `earlier`, both `YYYY-MM-DD`. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}

/**
 * A day of a month, or its last one where the month has no such day.
 *
 * @param month 1 is January; 13 is the next year's
 */
export function dayOfMonth(year: number, month: number, wanted: number): string {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(wanted, lastDay))).toISOString().slice(0, 10);
}
