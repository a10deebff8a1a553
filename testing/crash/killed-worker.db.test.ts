import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { failpoints } from '@/lib/failpoints/failpoint';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { reconcile } from '@/lib/webhooks/reconcile';
import { cardNumbers, createAstraPerson } from '../astra-person';
import { useEmulator } from '../emulator';
import { addFault } from '../faults';
import { runJobs } from '../jobs';
import { confirmedOrder } from '../payments';
import { routinesOf } from '../routines';
import { runUntilKilled } from './run-process';
import { moveTime } from './timeline';

const emulator = await useEmulator();
process.env['ASTRA_API_URL'] = emulator.api;

/** As many as one worker looks at together. */
const payments = 4;
const lines = failpoints.filter((name) => name.startsWith('settle.'));

const minute = 60;
/** After this long a job is taken from a worker that says nothing any more. */
const longestJob = 11 * minute;

test.each(lines)('a worker killed at %s leaves payments that another one settles', async (line) => {
  const isLost = line.endsWith('absence');
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  const fault = { on: 'routines.create', user: person.astraUserId, count: payments };
  await addFault(emulator, { kind: isLost ? 'reset' : 'lost_reset', ...fault });
  for (let sent = 0; sent < payments; sent += 1) await sendPayment(confirmedOrder(person));

  await moveTime(emulator, 3 * minute);
  await runUntilKilled('settle', [], { line, arrivals: payments });
  const where = { userId: person.user.id };
  await moveTime(emulator, longestJob);
  await reconcile();
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
});
