import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until `look` gives something, and returns that.
 *
 * @throws Error when it still gives `undefined`, `null` or `false` after the deadline.
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  deadlineMs = 30_000,
  pauseMs = 10,
): Promise<T> {
  const giveUp = performance.now() + deadlineMs;
  while (performance.now() < giveUp) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    await pause(pauseMs);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
