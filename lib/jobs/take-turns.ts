import 'server-only';
import type { RunnerOptions } from 'graphile-worker';

type Options = Required<Pick<RunnerOptions, 'events' | 'forbiddenFlags'>>;

/**
 * Lets a worker ask for one job at a time, however many it works on.
 *
 * The queue locks all free lines while it looks for a job. Whoever asks in that moment is told that
 * there is none, and asks again a second later: with a backlog, most of a worker's slots would sleep.
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
