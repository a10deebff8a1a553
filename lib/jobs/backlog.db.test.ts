import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { endProcess, spawnProgram } from '@/testing/processes/spawn-program';
import { until } from '@/testing/until';

await useEmulator();

const events = 500;
/** 22 for the job queue, ten for its work, and one by which others see that it lives. */
const mostConnections = 33;

const leftOvers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of leftOvers.splice(0)) await end();
});

/** Events of somebody who is not known here, each with a resource and so a job of its own. */
async function createBacklog(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO webhook_events
      (id, environment, webhook_id, webhook_type, resource_id, astra_user_id, body)
    SELECT gen_random_uuid(), 'emulator', 'w-' || n, 'card_updated', 'card-' || n, 'nobody', '{}'
    FROM generate_series(1, ${events}::int) n`;
  await db().$executeRaw`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ('sync_resource', json_build_object(
          'resource', 'card', 'resourceId', 'card-' || n, 'astraUserId', 'nobody'),
        'card:card-' || n, NULL, 12, 'sync_resource:card:card-' || n || ':nobody', 0, NULL
        )::graphile_worker.job_spec
      FROM generate_series(1, ${events}::int) n))`;
}

async function countConnections(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend'`;
  return row?.n ?? 0;
}

test('a worker that works off a backlog takes no more of the database’s connections than it ever does', async () => {
  await createBacklog();
  const before = await countConnections();
  const worker = spawnProgram('worker');
  leftOvers.push(() => endProcess(worker));
  let most = 0;
  await until(
    'the backlog',
    async () => {
      most = Math.max(most, (await countConnections()) - before);
      return (await db().webhookEvent.count({ where: { outcome: null } })) === 0;
    },
    120_000,
  );
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(mostConnections);
}, 150_000);
