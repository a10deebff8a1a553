import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { jobs } from '@/testing/jobs';
import { useDatabase } from '@/testing/own-database';
import { endProcess, spawnProgram } from '@/testing/processes/spawn-program';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { addJob } from './add-job';

const postgres = await useDatabase();
const emulator = await useEmulator();

const leftOvers: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of leftOvers.splice(0)) await end();
});

/** A busy machine takes long to start a process. */
const patienceMs = 60_000;

/** A worker of its own process, and all that it logs until it has ended. */
function startWorker() {
  const worker = spawnProgram('worker', { env: { LOG_LEVEL: 'error' }, output: 'pipe' });
  leftOvers.push(() => endProcess(worker));
  worker.stderr?.resume();
  if (!worker.stdout) throw new Error('Nobody can hear this worker.');
  return { worker, said: text(worker.stdout) };
}

/** Lets the database forget no job that is done until it has been started anew. */
async function neverForget(): Promise<{ isForgetting: () => Promise<boolean> }> {
  await db().$executeRaw`
    CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN PERFORM pg_sleep(600); RETURN OLD; END'`;
  await db().$executeRaw`
    CREATE TRIGGER linger BEFORE DELETE ON graphile_worker._private_jobs
    FOR EACH ROW WHEN (OLD.key LIKE '%:lingers') EXECUTE FUNCTION linger()`;
  return {
    isForgetting: async () =>
      (
        await db().$queryRaw<unknown[]>`
        SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'`
      ).length > 0,
  };
}

const keys = async () => (await jobs('sync_cards')).map(({ key }) => key);

test('a worker that cannot write down what it did finishes the rest and ends, and the next one takes its jobs up', async () => {
  const { user } = await createAstraPerson(emulator);
  const look = emulator.proxy.arm('GET', '/v1/cards', { kind: 'hold', workIsDone: true });
  leftOvers.push(look.release);
  const { isForgetting } = await neverForget();
  await addJob(db(), 'sync_cards', { userId: (await createPerson()).id }, { key: 'lingers' });
  await addJob(db(), 'sync_cards', { userId: user.id }, { key: 'held' });

  const { worker, said } = startWorker();
  const exited = once(worker, 'exit');
  await until('the end of a job to be written down', isForgetting, patienceMs);
  await look.reached;
  await postgres.crash();
  look.release();
  expect(await exited).toEqual([1, null]);
  expect(await said).toContain('so this worker stops, to be started anew');
  expect(await keys()).toEqual(['sync_cards:lingers']);

  await db().$executeRaw`DROP FUNCTION linger CASCADE`;
  startWorker();
  await until('all to be done', async () => (await keys()).length === 0, patienceMs);
}, 180_000);
