import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { releaseDeadWorkers } from './release-dead-workers';
import { createWatch } from './watch-workers';

/** A line that a worker holds, which is gone, for a job that was deleted since. */
async function holdLine(sinceMinutes: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO graphile_worker._private_job_queues (queue_name, locked_by, locked_at)
    VALUES ('sync:1', 'gone', clock_timestamp() - make_interval(mins => ${sinceMinutes}::int))
    ON CONFLICT (queue_name) DO UPDATE SET locked_by = 'gone', locked_at = excluded.locked_at`;
}

function heldLines() {
  return db().$queryRaw`
    SELECT FROM graphile_worker._private_job_queues WHERE locked_at IS NOT NULL`;
}

test('a line whose worker is gone is free after three looks, also when its job was deleted', async () => {
  await holdLine(0);
  const client = new Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  onTestFinished(() => client.end());
  const look = createWatch(client);
  await look();
  await look();
  expect(await heldLines()).toHaveLength(1);
  await look();
  expect(await heldLines()).toEqual([]);
});

test('so it is when it was held for longer than any job takes', async () => {
  await holdLine(9);
  await releaseDeadWorkers();
  expect(await heldLines()).toHaveLength(1);
  await holdLine(11);
  await releaseDeadWorkers();
  expect(await heldLines()).toEqual([]);
});
