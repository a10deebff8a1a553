import { afterAll, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { routinesOf } from '@/testing/astra/routines';
import { makeJobsDue, runJobs } from '@/testing/jobs';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { confirmedOrder } from '@/testing/rows/payments';
import { sendPayment } from './send-payment';

// The whole app of this file reaches its database through a gate that can be shut.
const url = new URL(process.env['DATABASE_URL'] ?? '');
const gate = await startTcpGate({ host: url.hostname, port: Number(url.port) });
url.port = String(gate.port);
process.env['DATABASE_URL'] = url.href;
afterAll(() => gate.close());

const emulator = await useEmulator();
const cards = [cardNumbers.works, cardNumbers.alsoWorks];

/** Lets all waits be over, and the worker look as often as it needs. */
async function settle(): Promise<void> {
  for (let look = 0; look < 2; look += 1) {
    await db().$executeRaw`UPDATE payments SET send_by = clock_timestamp() - interval '1 hour'`;
    await makeJobsDue();
    await runJobs();
  }
}

/**
 * Sends a payment, and cuts its sender off from the database after so many messages to it. What a
 * process does that can no longer write anything is as good as not done: it could as well be dead.
 *
 * @returns whether the sender was done before, and how the payment ended.
 */
async function sendAndCutOff(messages: number) {
  const person = await createAstraPerson(emulator, { cards });
  emulator.proxy.reset();
  const order = confirmedOrder(person);
  gate.shutAfter(messages);
  await sendPayment(order).catch(() => 'cut off');
  const isDone = !gate.isShut();
  gate.reopen();
  await db().$disconnect();
  await settle();

  const where = { userId: person.user.id };
  const [payment, ...others] = await db().payment.findMany({ where });
  const routines = await routinesOf(emulator, person);
  const found = { messages, status: payment?.status, routineAstraId: payment?.routineAstraId };
  expect(others).toEqual([]);
  if (routines.length > 0) {
    expect(found).toEqual({ messages, status: 'accepted', routineAstraId: routines[0]?.id });
  } else {
    expect(payment?.status, `after ${messages}`).toBeUndefined();
  }

  // The person presses the button again.
  await sendPayment(order);
  expect(await db().payment.count({ where })).toBe(1);
  expect(await routinesOf(emulator, person)).toHaveLength(1);
  expect(emulator.proxy.calls('POST', '/v1/routines')).toHaveLength(1);
  return { isDone, ended: payment?.status ?? 'not written' };
}

test('wherever a sender is cut off, there is one routine or none, and the payment ends as Astra has it', async () => {
  const ends = new Set<string>();
  let [messages, isDone] = [0, false];
  for (; !isDone; messages += 1) {
    const sent = await sendAndCutOff(messages);
    ends.add(sent.ended);
    isDone = sent.isDone;
  }
  expect(messages).toBeGreaterThan(12);
  // Written and never sent, which lies between the two, is shown in lost-commit.db.test.ts.
  expect([...ends]).toEqual(['not written', 'accepted']);
}, 120_000);
