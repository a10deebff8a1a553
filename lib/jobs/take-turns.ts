import 'server-only';
import type { RunnerOptions } from 'graphile-worker';

type Options = Required<Pick<RunnerOptions, 'events' | 'forbiddenFlags'>>;

/**
 * Lets a worker ask for one job at a time, however many it works on.
 *
 * The queue locks all free lines while it looks for a job. Whoever asks in that moment is told that
 * there is none, and asks again a second later: with a backlog, most of a worker's slots would sleep.
 *
 * What is forbidden is asked when a slot's turn has come. That question waits while the worker is not
 * seen (`worker-presence.ts`), and a slot that waits for its turn may be seen no more by then. So one
 * slot waits to be seen, with the turn, and the others behind it.
 */
export function takeTurns({ events, forbiddenFlags }: Options): Options {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  const end = () => {
    const next = waiting.shift();
    isTaken = next !== undefined;
    next?.();
  };
  events.on('job:start', end);
  events.on('worker:getJob:empty', end);
  events.on('worker:getJob:error', end);
  const turn = () => {
    if (isTaken) return new Promise<void>((resolve) => void waiting.push(resolve));
    isTaken = true;
    return Promise.resolve();
  };
  return {
    events,
    forbiddenFlags: async () => {
      await turn();
      return typeof forbiddenFlags === 'function' ? forbiddenFlags() : forbiddenFlags;
    },
  };
}
