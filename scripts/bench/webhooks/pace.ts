import { type Loader, type RoundResult, startLoader } from '../load';
import type { Figure, Measure } from '../measure';
import { newDeliveries } from './deliveries';
import { runApp, runIngest } from './run-doors';
import type { Door } from './run-next';
import { type Parts, startParts } from './start-parts';

const steady = { perSecond: 200, count: 1_000 };
const burst = { perSecond: 1_000, count: 1_000 };
/** More than are ever under way in time, so that deliveries leave when they are due. */
const connections = 256;

/** How long a delivery waits for its answer while events come at a pace that nobody slows down. */
export const pace: Measure = {
  name: 'pace',
  run: async (bench) => {
    const parts = await startParts(bench);
    const doors = [
      { name: "the app's route", door: await runApp(bench, parts) },
      { name: 'the stand-alone door', door: await runIngest(bench, parts) },
    ];
    const loader = startLoader(bench);
    const results = doors.map(() => ({ steady: [] as RoundResult[], burst: [] as RoundResult[] }));
    // The first round only warms up.
    for (let round = 0; round <= bench.runs; round += 1) {
      for (const [place, { door }] of doors.entries()) {
        const one = await send(parts, loader, door, steady);
        const other = await send(parts, loader, door, burst);
        if (round === 0) continue;
        results[place]?.steady.push(one);
        results[place]?.burst.push(other);
      }
    }
    return doors.flatMap(({ name }, place) => [
      ...figuresOf(`${name}, 200 events/s`, results[place]?.steady ?? [], ['≤ 5', '≤ 50']),
      ...figuresOf(`${name}, burst of 1,000 events/s`, results[place]?.burst ?? [], ['', '≤ 250']),
    ]);
  },
};

function send(
  parts: Parts,
  loader: Loader,
  door: Door,
  { perSecond, count }: typeof steady,
): Promise<RoundResult> {
  const calls = newDeliveries(parts, door, count);
  const round = { count, perSecond, connections, wantedStatus: 200, refusedStatus: 503 };
  return loader.send({ server: door, port: door.port, calls, ...round });
}

function figuresOf(
  name: string,
  results: readonly RoundResult[],
  [halfGoal, mostGoal]: readonly [string, string],
): Figure[] {
  return [
    { name: `${name}: half`, unit: 'ms', values: results.map(({ p50 }) => p50), goal: halfGoal },
    { name: '… 99 of 100', unit: 'ms', values: results.map(({ p99 }) => p99), goal: mostGoal },
    { name: '… answered 503', unit: 'events', values: results.map(({ refused }) => refused) },
  ];
}
