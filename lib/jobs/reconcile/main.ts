import { databaseTime } from '@/lib/db/database-time';
import { requireFitDatabase } from '@/lib/db/require-fit-database';
import { makeAllDue, sayWhatWasFound } from '@/lib/webhooks/reconcile/compare-all';
import { reconcile } from '@/lib/webhooks/reconcile/reconcile';
import { startWorker } from '../worker';
import { waitForReads } from './wait-for-reads';

/**
 * `npm run reconcile -- --all`: reads everything of everybody at Astra, does the work that follows
 * from it, beside any workers that run, and says what stood otherwise. Without `--all`, only what is
 * due is looked at.
 *
 * @returns whether all of it could be read.
 */
async function main(): Promise<boolean> {
  const words = process.argv.slice(2);
  if (words.some((word) => word !== '--all')) {
    throw new Error('Usage: npm run reconcile, or npm run reconcile -- --all');
  }
  await requireFitDatabase();
  const since = words.length > 0 ? await makeAllDue() : await databaseTime();
  await reconcile();
  // A worker like the others: whoever of them begins what recurs, people's turns come by the minute.
  const worker = await startWorker();
  // Apart from what was found, which is on the standard output.
  const failed = await waitForReads(since, (sentence) => console.error(sentence));
  await worker.stop();
  for (const sentence of await sayWhatWasFound(since, failed)) console.log(sentence);
  return failed.length === 0;
}

main().then(
  (isComplete) => process.exit(isComplete ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
