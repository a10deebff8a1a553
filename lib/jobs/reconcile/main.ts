import { setTimeout as pause } from 'node:timers/promises';
import { runOnce } from 'graphile-worker';
import { databaseTime } from '@/lib/db/database-time';
import { countDue, makeAllDue, sayWhatWasFound } from '@/lib/webhooks/compare-all';
import { reconcile } from '@/lib/webhooks/reconcile';
import { endJobPool, openJobPool } from '../job-pool';
import { workerOptions } from '../worker';
import { showPresence } from '../worker-presence';

/** People's turns are counted by the minute. */
const minuteMs = 60_000;

/**
 * `npm run reconcile -- --all`: reads everything of everybody at Astra, does the work that follows
 * from it, beside any workers that run, and says what stood otherwise. Without `--all`, only what is
 * due is looked at.
 */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.some((word) => word !== '--all')) {
    throw new Error('Usage: npm run reconcile, or npm run reconcile -- --all');
  }
  const since = words.length > 0 ? await makeAllDue() : await databaseTime();
  for (;;) {
    await reconcile();
    await doDueJobs();
    const due = await countDue();
    if (due === 0) break;
    console.log(`${due} people are still to be read.`);
    await pause(minuteMs);
  }
  // What lists showed otherwise is looked at by itself.
  await doDueJobs();
  for (const sentence of await sayWhatWasFound(since)) console.log(sentence);
}

async function doDueJobs(): Promise<void> {
  const [pool, presence] = [openJobPool(), showPresence()];
  await runOnce(workerOptions(pool, presence));
  await endJobPool(pool);
  await presence.leave();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
