export type DateTimeShow = 'full' | 'day' | 'time';

const options: Record<DateTimeShow, Intl.DateTimeFormatOptions> = {
  full: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
};

/**
 * "Nov 21, 2026, 2:15 PM UTC". Without a zone, that of the machine it runs on.
 * Node and browsers disagree on which kind of space stands before "PM", which would break
 * hydration, so every space becomes an ordinary one.
 */
export function formatDateTime(at: Date, show: DateTimeShow, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const text = new Intl.DateTimeFormat('en-US', { ...options[show], ...zone }).format(at);
  return text.replace(/\s/gu, ' ');
}
