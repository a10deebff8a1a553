import { Client } from 'pg';
import { startLoader } from '../load';
import type { Figure, Measure } from '../measure';
import { newDeliveries } from './deliveries';
import { runIngest } from './run-doors';
import { newDatabase, startParts } from './start-parts';

const sizes = [1_000, 100_000, 1_000_000] as const;
const count = 3_000;

/** Whether taking in an event costs more when many are stored. */
export const growth: Measure = {
  name: 'growth',
  run: async (bench) => {
    const parts = await startParts(bench);
    const loader = startLoader(bench);
    const sides = [];
    for (const size of sizes) {
      const databaseUrl = await newDatabase(parts.postgres, `events_${size}`);
      await storeEvents(databaseUrl, size);
      const micros: number[] = [];
      sides.push({ size, micros, door: await runIngest(bench, { ...parts, databaseUrl }) });
    }
    // The first round only warms up.
    for (let round = 0; round <= bench.runs; round += 1) {
      for (const { door, micros } of sides) {
        const calls = newDeliveries(parts, door, count);
        const { port } = door;
        const all = { server: door, port, calls, count, connections: 64, wantedStatus: 200 };
        const { requestsPerSecond } = await loader.send(all);
        if (round > 0) micros.push(1_000_000 / requestsPerSecond);
      }
    }
    const [{ micros: ofFewest } = { micros: [] }] = sides;
    return sides.flatMap(({ size, micros }): Figure[] => {
      const name = `an event, ${size.toLocaleString('en-US')} stored`;
      const ratios = micros.map((value, round) => value / (ofFewest[round] ?? Number.NaN));
      const goal = size === sizes[2] ? '≤ 1.2' : '';
      return [
        { name, unit: 'µs', values: micros },
        { name: '… against 1,000 stored', unit: 'ratio', values: ratios, goal },
      ];
    });
  },
};

/** Events that have come in the last month, and are done. */
async function storeEvents(databaseUrl: string, size: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO webhook_events (id, environment, webhook_id, webhook_type, resource_id,
       astra_user_id, body, status, outcome, received_at, handled_at, next_look_at)
     SELECT uuidv7(), 'emulator', gen_random_uuid(), 'transfer_updated', gen_random_uuid(),
       gen_random_uuid(), repeat('x', 260), 'done', 'The transfer is processed.', at, at, at
     FROM generate_series(1, $1::int) AS n, LATERAL
       (SELECT now() - make_interval(secs => 2592000.0 * (1 - n::float8 / $1)) AS at) AS moment`,
    [size],
  );
  await client.query('VACUUM ANALYZE webhook_events');
  await client.query('CHECKPOINT');
  await client.end();
}
