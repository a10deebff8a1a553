import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { createConnectedPerson } from '@/testing/rows/people';
import { sweep } from './sweep';

const emulator = await useEmulator();

test('a sweep of many people, and what follows from it, needs no more lines than there are', async () => {
  const { bearer } = await createAstraPerson(emulator);
  const shown = await fetch(`${emulator.api}/v1/user`, { headers: { authorization: bearer } });
  const answer = { kind: 'answer', status: 200, workIsDone: false } as const;
  emulator.proxy.arm('GET', '/v1/user', { ...answer, body: await shown.json() }, 100);
  for (let person = 0; person < 100; person += 1) await createConnectedPerson();
  await db().astraConnection.updateMany({ data: { nextSweepAt: new Date(0) } });
  await forgetJobs();
  await sweep();
  expect(await jobs('sync_resource')).toHaveLength(100);
  // Lists stand in no line.
  await db().$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE key LIKE '%:sweep' AND job_queue_id IS NULL`;
  await runJobs();
  expect(await jobs('sync_resource')).toEqual([]);
  expect(emulator.proxy.calls('GET', '/v1/user')).toHaveLength(100);
  const lines = await db().$queryRaw<unknown[]>`
    SELECT FROM graphile_worker._private_job_queues WHERE queue_name IS NOT NULL`;
  expect(lines.length).toBeLessThanOrEqual(64);
});
