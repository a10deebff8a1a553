import { Client } from 'pg';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { failpoints } from '@/lib/failpoints/failpoint';
import { createWatch } from '@/lib/jobs/watch-workers';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { useEmulator } from '../astra/emulator';
import { addFault } from '../astra/faults';
import { cardNumbers, createAstraPerson } from '../astra/person';
import { routinesOf } from '../astra/routines';
import { moveTime } from '../astra/timeline';
import { runJobs } from '../jobs';
import { confirmedOrder } from '../rows/payments';
import { until } from '../until';
import { runUntilKilled } from './run-process';

const emulator = await useEmulator();
process.env['ASTRA_API_URL'] = emulator.api;

/** As many as one worker looks at together. */
const payments = 4;
const lines = failpoints.filter((name) => name.startsWith('settle.'));

const minute = 60;
/** Each starts and ends several processes, which takes its time where much else runs. */
const patienceMs = 90_000;

/** Looks as a living worker does, until it has given back what dead ones held. */
async function takeBackJobs(): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const look = createWatch(client, { id: 'test', works: new Set() });
  await until('the jobs of the dead', async () => {
    await look();
    const held = await db().$queryRaw<unknown[]>`
      SELECT FROM graphile_worker.jobs WHERE locked_by IS NOT NULL LIMIT 1`;
    return held.length === 0;
  });
  await client.end();
}

test.each(lines)(
  'a worker killed at %s leaves payments that another one settles',
  async (line) => {
    const isLost = line.endsWith('absence');
    const person = await createAstraPerson(emulator, {
      cards: [cardNumbers.works, cardNumbers.alsoWorks],
    });
    const fault = { on: 'routines.create', user: person.astraUserId, count: payments };
    await addFault(emulator, { kind: isLost ? 'reset' : 'lost_reset', ...fault });
    for (let sent = 0; sent < payments; sent += 1) await sendPayment(confirmedOrder(person));

    await moveTime(emulator, 3 * minute);
    if (isLost) {
      // Only a second look decides that a payment is absent, so that is the one to be killed in.
      await runJobs();
      await moveTime(emulator, minute);
    }
    await runUntilKilled('settle', [], { line, arrivals: payments });
    const where = { userId: person.user.id };
    await takeBackJobs();
    await runJobs();
    await moveTime(emulator, minute);
    await runJobs();

    const settled = await db().payment.findMany({ where });
    const status = isLost ? 'not_executed' : 'accepted';
    expect(settled.map((payment) => payment.status)).toEqual(Array(payments).fill(status));
    const routines = await routinesOf(emulator, person);
    expect(new Set(routines.map(({ id }) => id))).toEqual(
      new Set(settled.flatMap(({ routineAstraId }) => routineAstraId ?? [])),
    );
    expect(routines).toHaveLength(isLost ? 0 : payments);
  },
  patienceMs,
);
