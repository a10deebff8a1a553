import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { addJob } from './add-job';
import type { TaskName } from './tasks';

/** How long after one beginning the next one is due. */
const everySeconds = {
  reconcile: 60,
  sweep: 60,
  refresh_due_connections: 600,
  clean_up: 24 * 60 * 60,
} as const satisfies Partial<Record<TaskName, number>>;

type Recurring = keyof typeof everySeconds;

/** How often a worker asks whether something is due. */
const askEveryMs = 5_000;

/**
 * Begins the work that recurs, whenever it is due, and what has become due while nobody worked.
 * Several workers begin it once.
 *
 * The queue's own timetable goes by the clock of each worker: one that is a day ahead would begin
 * everything a day early, and nothing after that until the others' clocks are there. The database's
 * clock is one for all.
 *
 * @returns what to call to begin no more; it waits for what is being begun.
 */
export function startRecurring(): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const over = (async () => {
    while (!signal.aborted) {
      await beginDue().catch((error: unknown) =>
        log().warn({ err: error }, 'recurring work that is due could not be begun, and will be'),
      );
      await setTimeout(askEveryMs, undefined, { signal }).catch(() => 'sooner');
    }
  })();
  return async () => {
    stopping.abort();
    await over;
  };
}

/** Adds the jobs that are due, and says when they are due next, in one transaction. */
async function beginDue(): Promise<void> {
  await db().$transaction(async (tx) => {
    // What is due later than it can be was written when the database's clock was wrong.
    const due = await tx.$queryRaw<{ task: Recurring }[]>`
      INSERT INTO recurring_work AS work (task, due_at)
      SELECT key, clock_timestamp() + make_interval(secs => value::int)
      FROM jsonb_each_text(${JSON.stringify(everySeconds)}::jsonb)
      ON CONFLICT (task) DO UPDATE SET due_at = excluded.due_at
      WHERE work.due_at <= clock_timestamp() OR work.due_at > excluded.due_at
      RETURNING task`;
    for (const { task } of due) await addJob(tx, task, {}, { key: 'due', maxAttempts: 3 });
  });
}
