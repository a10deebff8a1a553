import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for work that somebody outside waits for, and no longer than this. The work itself is not
 * stopped; what becomes of it after that is nobody's concern any more.
 *
 * @throws Error when the time is over, and what the work throws.
 */
export async function withinTime<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const settled = new AbortController();
  const timeOver = delay(ms, undefined, { signal: settled.signal }).then(() => {
    throw new Error(`It took longer than ${ms} ms.`);
  });
  try {
    return await Promise.race([work, timeOver]);
  } finally {
    settled.abort();
  }
}
