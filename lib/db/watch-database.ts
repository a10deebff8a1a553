import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';
import { log } from '@/lib/log/logger';
import { requireFitDatabase } from './require-fit-database';
import { UnfitDatabaseError } from './unfit-database-error';

const retryAfterMs = 5_000;

/**
 * The same as {@link requireFitDatabase} for a server, which is to start while its database is away
 * and to answer that: it looks as soon as the database is there, and ends the process when it must
 * not be used.
 */
export async function watchDatabase(): Promise<void> {
  let said: string | undefined;
  for (;;) {
    try {
      return await requireFitDatabase();
    } catch (error) {
      if (error instanceof UnfitDatabaseError) {
        log().fatal(error.message);
        process.exit(1);
      }
      const sentence = error instanceof Error ? error.message : String(error);
      if (sentence !== said)
        log().warn({ err: error }, 'whether the database is fit is not known yet');
      said = sentence;
    }
    await delay(retryAfterMs, undefined, { ref: false });
  }
}
