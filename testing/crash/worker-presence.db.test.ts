import { once } from 'node:events';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { createWatch, presenceClass } from '@/lib/jobs/watch-workers';
import { startWorker, type Worker } from '@/lib/jobs/worker';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { useEmulator } from '../astra/emulator';
import { cardNumbers, createAstraPerson } from '../astra/person';
import { forgetJobs, makeJobsDue } from '../jobs';
import { endProcess, spawnProgram } from '../processes/spawn-program';
import { confirmedOrder } from '../rows/payments';
import { until } from '../until';

const emulator = await useEmulator();

const leftOvers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of leftOvers.splice(0)) await end();
});
beforeEach(forgetJobs);

async function start(): Promise<Worker> {
  const worker = await startWorker();
  leftOvers.push(worker.stop);
  return worker;
}

/** Starts a worker as a process of its own, which is killed or stopped when it has begun to settle. */
function spawnWorker(what: 'kill' | 'pause') {
  const worker = spawnProgram('worker', { env: { FAILPOINT: `settle.claimed:${what}` } });
  leftOvers.push(() => {
    worker.kill('SIGCONT');
    return endProcess(worker);
  });
  return worker;
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  leftOvers.push(() => client.end());
  return client;
}

/** A payment whose answer was lost, and whose job is due. */
async function undecidedPayment(): Promise<string> {
  const paymentId = await unansweredPayment();
  await makeJobsDue();
  return paymentId;
}

/** A payment whose answer was lost a moment ago, so that its job waits. */
async function unansweredPayment(): Promise<string> {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  emulator.proxy.arm('POST', '/v1/routines', { kind: 'lose_answer' });
  const { paymentId } = await sendPayment(confirmedOrder(person));
  return paymentId;
}

/** Who holds the job that settles a payment, or null. */
async function holderOf(paymentId: string): Promise<string | null> {
  const [job] = await db().$queryRaw<{ locked_by: string | null }[]>`
    SELECT locked_by FROM graphile_worker.jobs WHERE key = ${`settle_payment:${paymentId}`}`;
  return job?.locked_by ?? null;
}

const isAccepted = async (id: string) =>
  (await db().payment.findUniqueOrThrow({ where: { id } })).status === 'accepted';

/** The sessions that hold, or wait for, a lock by which a worker is seen. */
function sessions(isGranted: boolean) {
  return db().$queryRaw<{ pid: number; hash: number }[]>`
    SELECT pid, objid::int4 AS hash FROM pg_locks
    WHERE locktype = 'advisory' AND classid = ${presenceClass}::int4::oid AND granted = ${isGranted}`;
}

test('a killed worker loses its job within seconds, and one that sleeps keeps it for when it wakes', async () => {
  const asleep = spawnWorker('pause');
  const first = await undecidedPayment();
  const sleeper = await until('a job to be held', () => holderOf(first), 30_000);
  const killed = spawnWorker('kill');
  const second = await undecidedPayment();
  await once(killed, 'exit');
  expect(killed.signalCode).toBe('SIGKILL');
  expect(await holderOf(second)).not.toBeNull();

  await start();
  await until('the job of the killed worker to be done', () => isAccepted(second), 20_000);
  expect(await holderOf(first)).toBe(sleeper);
  asleep.kill('SIGCONT');
  await until('the other to be done by who holds it', () => isAccepted(first));
}, 90_000);

test('a worker whose connection breaks is seen again at once, and keeps what it has begun', async () => {
  const paymentId = await undecidedPayment();
  const gate = emulator.proxy.arm('GET', '/v1/routines', { kind: 'hold', workIsDone: true });
  await start();
  await gate.reached;
  const holder = await holderOf(paymentId);
  const [before] = await sessions(true);
  const look = createWatch(await connect(), { id: 'test', works: new Set() });
  await db().$queryRaw`SELECT pg_terminate_backend(${before?.pid}::int)`;
  await look();
  await until('the worker to be seen again', async () => {
    const [now] = await sessions(true);
    return now !== undefined && now.pid !== before?.pid;
  });
  for (let looks = 0; looks < 5; looks += 1) await look();
  expect(await holderOf(paymentId)).toBe(holder);
  gate.release();
  await until('the payment to be settled', () => isAccepted(paymentId));
}, 90_000);

test('a worker gives back a job that it never heard of, and keeps the one that it does', async () => {
  const first = await undecidedPayment();
  const gate = emulator.proxy.arm('GET', '/v1/routines', { kind: 'hold', workIsDone: true });
  await start();
  await gate.reached;
  const holder = await holderOf(first);
  const second = await unansweredPayment();
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs
    SET locked_by = ${holder}, locked_at = now(), run_at = now(), attempts = attempts + 1
    WHERE key = ${`settle_payment:${second}`}`;
  await until('the second payment to be settled', () => isAccepted(second), 60_000);
  expect(await holderOf(first)).toBe(holder);
  gate.release();
  await until('the first payment to be settled', () => isAccepted(first));
}, 90_000);

test('a worker that is not seen takes no job until it is seen again', async () => {
  await start();
  const before = await until('the worker to be seen', async () => (await sessions(true))[0]);
  // Whoever waits for the lock comes before those that ask for it later.
  const obstacle = await connect();
  const taken = obstacle.query('SELECT pg_advisory_lock($1, $2)', [presenceClass, before.hash]);
  await until('the obstacle to wait', async () => (await sessions(false)).length === 1);
  await db().$queryRaw`SELECT pg_terminate_backend(${before.pid}::int)`;
  await taken;
  const attempt = await until('an attempt to be seen', async () => (await sessions(false))[0]);

  const paymentId = await undecidedPayment();
  await until('the next attempt', async () =>
    (await sessions(false)).some(({ pid }) => pid !== attempt.pid),
  );
  expect(await holderOf(paymentId)).toBeNull();
  expect(await isAccepted(paymentId)).toBe(false);
  await obstacle.query('SELECT pg_advisory_unlock_all()');
  await until('the payment to be settled', () => isAccepted(paymentId));
}, 60_000);
