import 'server-only';
import type { RunnerOptions } from 'graphile-worker';

/** Often enough for the connection's socket not to take the quiet for death. */
const beatMs = 5_000;

/**
 * Lets the connection on which the queue hears of new jobs speak every so often. It would be silent
 * all day, and so nobody could tell that it is dead. When it is, it breaks (`openSocket`), and the
 * queue makes another.
 */
export function keepListening(events: NonNullable<RunnerOptions['events']>): void {
  let beat: NodeJS.Timeout | undefined;
  events.on('pool:listen:success', ({ client }) => {
    clearInterval(beat);
    let isAsked = false;
    const ask = async () => {
      if (isAsked) return;
      isAsked = true;
      await client.query('SELECT 1').catch(() => 'the queue hears of it as well');
      isAsked = false;
    };
    beat = setInterval(() => void ask(), beatMs);
  });
  events.on('pool:listen:release', () => clearInterval(beat));
}
