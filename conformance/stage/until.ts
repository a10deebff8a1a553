import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from './stage';

/** Asks again until `look` finds something. @throws Error when it never does. */
export async function until<Found>(
  { target }: Stage,
  what: string,
  look: () => Promise<Found | undefined>,
): Promise<Found> {
  const giveUpAt = performance.now() + target.patienceMs;
  const betweenMs = target.patienceMs / 500;
  while (performance.now() < giveUpAt) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(betweenMs);
  }
  throw new Error(`could not be arranged: waited in vain for ${what}`);
}
