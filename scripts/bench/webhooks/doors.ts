import { type Loader, type RoundResult, startLoader } from '../load';
import type { Figure, Measure } from '../measure';
import { newDeliveries } from './deliveries';
import { runPgbench } from './pgbench';
import { runBareApp } from './run-bare-app';
import { runApp, runIngest } from './run-doors';
import type { Door } from './run-next';
import { type Parts, startParts } from './start-parts';

const connections = 64;
/** Enough for some seconds of each. */
const counts = { next: 2_000, ingest: 8_000 };
const pgbenchSeconds = 3;

/** How many events a second each door takes, against what is the most that Next or PostgreSQL give. */
export const doors: Measure = {
  name: 'doors',
  run: async (bench) => {
    const parts = await startParts(bench);
    const bare = await runBareApp(bench);
    const [app, ingest] = [await runApp(bench, parts), await runIngest(bench, parts)];
    const loader = startLoader(bench);
    const rounds: Round[] = [];
    // The first round only warms up.
    for (let round = 0; round <= bench.runs; round += 1) {
      rounds.push({
        bare: await send(parts, loader, bare, counts.next),
        route: await send(parts, loader, app, counts.next),
        ingest: await send(parts, loader, ingest, counts.ingest),
        pgbench: await runPgbench(bench, parts, { clients: connections, seconds: pgbenchSeconds }),
      });
    }
    return figuresOf(rounds.slice(1), loader);
  },
};

type Round = {
  bare: RoundResult;
  route: RoundResult;
  ingest: RoundResult;
  pgbench: number | null;
};

function send(parts: Parts, loader: Loader, door: Door, count: number): Promise<RoundResult> {
  const calls = newDeliveries(parts, door, count);
  const { port } = door;
  const answers = { wantedStatus: 200, refusedStatus: 503 };
  return loader.send({ server: door, port, calls, count, connections, ...answers });
}

function figuresOf(rounds: readonly Round[], loader: Loader): Figure[] {
  const of = (name: string, unit: string, value: (round: Round) => number, goal?: string) => ({
    name,
    unit,
    values: rounds.map(value),
    ...(goal && { goal }),
  });
  const door = (title: string, name: 'bare' | 'route' | 'ingest'): Figure[] => [
    of(title, 'events/s', (round) => round[name].requestsPerSecond),
    of('… answered within, half of them', 'ms', (round) => round[name].p50),
    of('… answered within, 99 of 100', 'ms', (round) => round[name].p99),
    of('… processor time', 'µs/event', (round) => round[name].cpuMicros),
    of('… answered 503', 'events', (round) => round[name].refused),
  ];
  const hasPgbench = rounds.every(({ pgbench }) => pgbench !== null);
  const against = (round: Round, name: 'route' | 'ingest') =>
    round[name].requestsPerSecond / (round.pgbench ?? Number.NaN);
  return [
    ...door('a route of Next that only reads the body', 'bare'),
    ...door("the app's route", 'route'),
    of(
      '… events/s, against that other route',
      'ratio',
      ({ route, bare }) => route.requestsPerSecond / bare.requestsPerSecond,
      '≥ 0.9',
    ),
    ...door('the stand-alone door', 'ingest'),
    ...(hasPgbench
      ? [
          of('pgbench, an event in each transaction', 'events/s', ({ pgbench }) => pgbench ?? 0),
          of("the app's route against pgbench", 'ratio', (round) => against(round, 'route')),
          of('the stand-alone door against pgbench', 'ratio', (r) => against(r, 'ingest'), '≥ 1'),
        ]
      : []),
    {
      name: 'the sender of these requests, busy',
      unit: '%',
      values: [Math.round(loader.mostBusy() * 100)],
    },
  ];
}
