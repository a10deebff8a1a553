import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';
import { log } from '@/lib/log/logger';
import { requireDurableSettings, UnsafeDatabaseError } from './require-durable-settings';

const retryAfterMs = 5_000;

/**
 * The same for a server, which is to start while its database is away and to answer that: it looks as
 * soon as the database is there, and ends the process when it must not be used.
 */
export async function watchDurableSettings(): Promise<void> {
  for (;;) {
    try {
      return await requireDurableSettings();
    } catch (error) {
      if (error instanceof UnsafeDatabaseError) {
        log().fatal(error.message);
        process.exit(1);
      }
    }
    await delay(retryAfterMs, undefined, { ref: false });
  }
}
