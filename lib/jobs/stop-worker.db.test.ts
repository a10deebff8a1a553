import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { useEmulator } from '@/testing/astra/emulator';
import { cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, makeJobsDue } from '@/testing/jobs';
import { endProcess, spawnProgram } from '@/testing/processes/spawn-program';
import { confirmedOrder } from '@/testing/rows/payments';
import { until } from '@/testing/until';

const emulator = await useEmulator();

const leftOvers: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of leftOvers.splice(0)) await end();
});
beforeEach(forgetJobs);

/** A worker that ends with the test at the latest. */
function startWorker(env: Record<string, string> = {}) {
  const worker = spawnProgram('worker', { env });
  leftOvers.push(() => endProcess(worker));
  return worker;
}

/** A payment whose answer was lost, and whose look at Astra is held from when it begins. */
async function holdLook() {
  const cards = [cardNumbers.works, cardNumbers.alsoWorks];
  const person = await createAstraPerson(emulator, { cards });
  emulator.proxy.arm('POST', '/v1/routines', { kind: 'lose_answer' });
  const { paymentId } = await sendPayment(confirmedOrder(person));
  const look = emulator.proxy.arm('GET', '/v1/routines', { kind: 'hold', workIsDone: true });
  leftOvers.push(look.release);
  await makeJobsDue();
  return { paymentId, look };
}

const isAccepted = async (id: string) =>
  (await db().payment.findUniqueOrThrow({ where: { id } })).status === 'accepted';

test('a worker that is told to stop takes no more jobs, finishes those it has begun, and ends well', async () => {
  const { paymentId, look } = await holdLook();
  const worker = startWorker();
  await look.reached;
  const exited = once(worker, 'exit');
  worker.kill('SIGTERM');
  // One press of Ctrl-C may arrive twice.
  worker.kill('SIGINT');
  look.release();
  expect(await exited).toEqual([0, null]);
  expect(await isAccepted(paymentId)).toBe(true);
  expect((await jobs()).filter(({ key }) => key === `settle_payment:${paymentId}`)).toEqual([]);
}, 60_000);

test('a job that does not end keeps a worker for its grace alone, and another worker takes it up', async () => {
  const { paymentId, look } = await holdLook();
  const worker = startWorker({ STOP_GRACE_SECONDS: '1' });
  await look.reached;
  const exited = once(worker, 'exit');
  worker.kill('SIGTERM');
  expect(await exited).toEqual([1, null]);
  expect(await isAccepted(paymentId)).toBe(false);
  startWorker();
  await until('the payment to be settled', () => isAccepted(paymentId), 40_000);
}, 90_000);

test('a worker that is told to stop once more ends at once', async () => {
  const { look } = await holdLook();
  const worker = startWorker({ STOP_GRACE_SECONDS: '600' });
  await look.reached;
  const exited = once(worker, 'exit');
  await until('the worker to end', () => {
    worker.kill('SIGTERM');
    return worker.exitCode !== null;
  });
  expect(await exited).toEqual([1, null]);
}, 60_000);
