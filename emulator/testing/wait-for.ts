import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until `look` gives something, and returns that.
 *
 * @throws when it still gives `undefined` or `false` after ten seconds
 */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const giveUp = performance.now() + 10_000;
  while (performance.now() < giveUp) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await pause(10);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
