import { z } from 'zod';
import { isoTime, momentForms, readMoment } from '../../clock/moments';
import { Problem } from '../../server/problem';
import { command } from '../command';
import type { Director } from '../director';

const nothing = z.strictObject({});

/** What the clock shows, and what is to come. */
export function showClock({ world }: Director) {
  const { clock, store, scheduler } = world;
  const nextMs = scheduler.nextDueMs();
  const target = store.clock.get('clock')?.target ?? null;
  return {
    now: isoTime(clock.now()),
    mode: target !== null ? 'advancing' : clock.isFrozen() ? 'frozen' : 'running',
    planned_tasks: store.tasks.size,
    next_task_at: nextMs === undefined ? null : isoTime(nextMs),
  };
}

/** Planned work that threw instead of being done, newest first. */
export function listFailedTasks({ world }: Director) {
  return world.store.failedTasks.all().map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    error: row.error,
    failed_at: isoTime(row.failedMs),
  }));
}

/** Freezing, running and advancing time. */
export const clockCommands = [
  command({
    name: 'clock show',
    does: 'Shows the emulated time.',
    parameters: nothing,
    run: showClock,
  }),
  command({
    name: 'clock freeze',
    does: 'Stops time, an advance under way too. What is due now still happens; nothing later does until you advance.',
    parameters: nothing,
    run: async (director) => {
      await director.timekeeper.freeze();
      return showClock(director);
    },
  }),
  command({
    name: 'clock run',
    does: "Lets time pass again; with --real-time, at the computer's own time.",
    parameters: z.strictObject({ real_time: z.stringbool().or(z.boolean()).default(false) }),
    run: async (director, given) => {
      const { timekeeper } = director;
      await (given.real_time ? timekeeper.runAtRealTime() : timekeeper.run());
      return showClock(director);
    },
  }),
  command({
    name: 'clock advance',
    does: `Moves on through everything that is due, webhooks included: ${momentForms}. 0s waits for what is under way.`,
    words: ['to'],
    parameters: z.strictObject({ to: z.string() }),
    run: async (director, { to }) => {
      const startMs = director.world.clock.now();
      const toMs = readMoment(to, startMs);
      if (toMs === null)
        throw new Problem(400, `"${to}" is no time to advance to: ${momentForms}.`);
      if (toMs < startMs) throw new Problem(400, 'The clock does not go back. See reset --at.');
      const known = new Set(listFailedTasks(director).map(({ id }) => id));
      const stoppedMs = await director.timekeeper.advance(
        (nowMs) => readMoment(to, nowMs) ?? nowMs,
      );
      const failed = listFailedTasks(director).filter(({ id }) => !known.has(id));
      if (director.world.strict && failed.length > 0) throw failedOnTheWay(failed);
      return {
        ...showClock(director),
        stopped_at: stoppedMs === null ? null : isoTime(stoppedMs),
        failed_tasks: failed,
      };
    },
  }),
];

/** A bug of the emulator, which a test must not overlook. */
function failedOnTheWay(failed: ReturnType<typeof listFailedTasks>): Problem {
  const texts = failed.map(({ kind, subject, error }) => `${kind} ${subject}: ${error}`);
  return new Problem(500, `Planned work failed on the way: ${texts.join(' ')}`);
}
