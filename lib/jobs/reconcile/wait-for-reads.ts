import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseTime } from '@/lib/db/database-time';
import { countDue } from '@/lib/webhooks/reconcile/compare-all';
import { reconcile } from '@/lib/webhooks/reconcile/reconcile';
import { findReads } from './find-reads';

const lookMs = 1_000;
const sayMs = 60_000;

/** A list shows what is otherwise, which is looked at by itself, which may lead to one more read. */
const generations = 3;

/**
 * Waits until everything that was due is read, whoever reads it, and so is what follows from it.
 *
 * @param since a moment before it was made due, and before any of it was asked for (database time).
 * @param say is told now and then what is waited for.
 * @returns a sentence for each kind of read that failed, and is tried again.
 */
export async function waitForReads(
  since: Date,
  say: (sentence: string) => void,
): Promise<string[]> {
  const dueBy = await databaseTime();
  await untilSilent(say, async () => {
    const { people, openThings } = await countDue(dueBy);
    if (people + openThings === 0) return null;
    // What had a look under way was passed over, and would wait for the next minute.
    if (openThings > 0) await reconcile();
    return `People still to be read: ${people}. Payments and the like: ${openThings}.`;
  });
  for (let generation = 0; generation < generations; generation += 1) {
    const askedBy = await databaseTime();
    await untilSilent(say, async () => {
      const { underWay } = await findReads(since, askedBy);
      return underWay === 0 ? null : `Reads still under way: ${underWay}.`;
    });
  }
  const { failed } = await findReads(since, await databaseTime());
  return failed.map(
    ({ task, count, lastError }) =>
      `${count} × ${task}: failed, and will be tried again by the workers. ${lastError}`,
  );
}

/** Waits until there is no more to say, and says what there is now and then. */
async function untilSilent(
  say: (sentence: string) => void,
  look: () => Promise<string | null>,
): Promise<void> {
  let sayAt = performance.now();
  for (;;) {
    const sentence = await look();
    if (sentence === null) return;
    if (performance.now() >= sayAt) {
      say(sentence);
      sayAt += sayMs;
    }
    await pause(lookMs);
  }
}
