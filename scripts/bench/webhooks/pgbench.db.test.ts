import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { receiveWebhook } from '@/lib/webhooks/receive';
import { forgetJobs } from '@/testing/jobs';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { storeEventScript } from './pgbench';

beforeEach(forgetJobs);

/** All that an event and its job leave, with `#` for each id, line and time. */
async function written(): Promise<unknown> {
  const rows = await db().$queryRaw<{ all: unknown }[]>`
    SELECT regexp_replace(json_build_object(
        'event', to_jsonb(event) - 'body',
        'job', to_jsonb(job) - 'id' - 'job_queue_id' - 'run_at' - 'created_at' - 'updated_at',
        'queue', queue.queue_name)::text,
      '[0-9a-f-]{36}|sync:[0-9]+|[0-9-]{10}T[0-9:.+]+', '#', 'g')::json AS all
    FROM webhook_events event, graphile_worker._private_jobs job
      JOIN graphile_worker._private_job_queues queue ON queue.id = job.job_queue_id`;
  await db().webhookEvent.deleteMany();
  return rows.map(({ all }) => all);
}

test('pgbench writes the same as a door that takes in an event', async () => {
  await receiveWebhook(...deliveryOf(newEvent()));
  const byDoor = await written();
  await forgetJobs();
  const [, , ...statement] = storeEventScript.split('\n');
  const sql = statement.join('\n').replace(':line', '1').replace(':queue', '1');
  await db().$queryRawUnsafe(sql);
  expect(byDoor).toHaveLength(1);
  expect(await written()).toEqual(byDoor);
});
