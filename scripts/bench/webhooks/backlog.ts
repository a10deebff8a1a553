import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { startLoader } from '../load';
import type { Bench, Figure, Measure } from '../measure';
import { type ServerUnderTest, spawnServer } from '../server-under-test';
import { addPerson } from './add-person';
import { newDeliveries } from './deliveries';
import { runIngest } from './run-doors';
import { type Parts, startParts } from './start-parts';

const count = 4_000;
const lookEveryMs = 100;

/** How fast one worker applies what has piled up, when Astra answers at once. */
export const backlog: Measure = {
  name: 'backlog',
  run: async (bench) => {
    const parts = await startParts(bench);
    const { astraUserId: user_id } = await addPerson(parts);
    const ingest = await runIngest(bench, parts);
    const loader = startLoader(bench);
    const pileUp = async (transfers: number) => {
      const ids = Array.from({ length: transfers }, () => crypto.randomUUID());
      const change = (place: number) => ({ user_id, resource_id: ids[place % transfers] ?? '' });
      const calls = newDeliveries(parts, ingest, count, change);
      const { port } = ingest;
      await loader.send({ server: ingest, port, calls, count, wantedStatus: 200, connections: 64 });
      return work(bench, parts);
    };
    const [alone, bursts]: [Applied[], Applied[]] = [[], []];
    for (let round = 0; round < bench.runs; round += 1) {
      alone.push(await pileUp(count));
      bursts.push(await pileUp(count / 10));
    }
    return [
      ...figuresOf('applied from a backlog, each event about another transfer', alone),
      ...figuresOf('applied from a backlog, ten events about each transfer', bursts),
    ];
  },
};

type Applied = { readonly perSecond: number; readonly cpuMicros: number };

function figuresOf(name: string, applied: readonly Applied[]): Figure[] {
  const perSecond = applied.map((one) => one.perSecond);
  const cpuMicros = applied.map((one) => one.cpuMicros);
  return [
    { name, unit: 'events/s', values: perSecond, goal: '≥ 3,500' },
    { name: '… processor time of the worker', unit: 'µs/event', values: cpuMicros },
  ];
}

/** Has a worker of its own do all that is due, and tells how fast that was. */
async function work(bench: Bench, { env, databaseUrl }: Parts): Promise<Applied> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const words = ['--conditions=react-server', '--import', './scripts/bench/webhooks/stub-fetch.ts'];
  const worker = spawnServer(bench, [...words, 'lib/jobs/main.ts'], env);
  const countLeft = async () => {
    const { rows } = await client.query<{ n: number }>(
      // Of several events about one transfer, the last stays open for a second look, much later.
      `SELECT count(*)::int AS n FROM webhook_events
       WHERE status = 'received' AND handled_at IS NULL`,
    );
    return rows[0]?.n ?? 0;
  };
  try {
    // The first half warms up: a worker lives for weeks.
    const first = await untilFewer(countLeft, count / 2, worker);
    const last = await untilFewer(countLeft, 1, worker);
    const done = first.left - last.left;
    return {
      perSecond: done / ((last.atMs - first.atMs) / 1_000),
      cpuMicros: (last.cpu - first.cpu) / done,
    };
  } finally {
    await worker.stop();
    await client.end();
  }
}

async function untilFewer(
  countLeft: () => Promise<number>,
  limit: number,
  worker: ServerUnderTest,
) {
  for (;;) {
    const left = await countLeft();
    if (left < limit) return { left, atMs: performance.now(), cpu: await worker.cpu() };
    if (worker.child.exitCode !== null) throw new Error('The worker ended early.');
    await setTimeout(lookEveryMs);
  }
}
