import { afterAll, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/astra/emulator';
import { cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { routinesOf } from '@/testing/astra/routines';
import { makeJobsDue, runJobs } from '@/testing/jobs';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { confirmedOrder } from '@/testing/rows/payments';
import { sendPayment } from './send-payment';

// The whole app of this file reaches its database through a gate.
const url = new URL(process.env['DATABASE_URL'] ?? '');
const gate = await startTcpGate({ host: url.hostname, port: Number(url.port) });
url.port = String(gate.port);
process.env['DATABASE_URL'] = url.href;
afterAll(() => gate.close());

const emulator = await useEmulator();

test('a payment of which nobody knows whether it was written is found by its form, and settled unsent', async () => {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  const order = confirmedOrder(person);
  gate.loseNextCommit();
  await expect(sendPayment(order)).rejects.toThrow();

  // The person, who saw an error, presses the button again.
  const { paymentId } = await sendPayment(order);
  expect(await db().payment.findMany({ where: { userId: person.user.id } })).toMatchObject([
    { id: paymentId, status: 'sending' },
  ]);
  for (let look = 0; look < 3; look += 1) {
    await db().$executeRaw`
      UPDATE payments SET send_by = clock_timestamp() - interval '1 hour'`;
    await makeJobsDue();
    await runJobs();
  }
  const { status, refusal } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
  expect(status).toBe('not_executed');
  expect(refusal).toContain('No money has moved');
  expect(emulator.proxy.calls('POST', '/v1/routines')).toEqual([]);
  expect(await routinesOf(emulator, person)).toEqual([]);
});
