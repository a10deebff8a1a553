import { expect, test } from 'vitest';
import { assumptions } from '@/lib/astra/contract';
import { db } from '@/lib/db/prisma';
import { lookAgain } from '@/lib/looks/look-again';
import { receiveWebhook } from '@/lib/webhooks/receive';
import { useEmulator } from '@/testing/astra/emulator';
import { letWindowsPass, putWindowsOff, sendWith } from '@/testing/astra/undecided-payments';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { deliveryOf, newEvent } from '@/testing/webhooks';
import { settlePayment } from './settle-payment';

const emulator = await useEmulator();
const payment = (id: string) => db().payment.findUniqueOrThrow({ where: { id } });

test('a payment that stays unknown keeps a job that looks again', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await forgetJobs();
  await settlePayment(paymentId);
  expect(await jobs('settle_payment')).toMatchObject([{ key: `settle_payment:${paymentId}` }]);
});

/** How many seconds away the next look at a payment is. */
async function secondsToLook(paymentId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM run_at - clock_timestamp())::float8 AS seconds
    FROM graphile_worker.jobs WHERE key = ${`settle_payment:${paymentId}`}`;
  return Math.ceil((row?.seconds ?? 0) / 15) * 15;
}

test('each look in vain makes the wait for the next one twice as long, up to six hours', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_answer' });
  const where = { userId: person.user.id };
  await db().astraConnection.update({ where, data: { status: 'needs_authorization' } });
  await putWindowsOff(paymentId);
  const waits: number[] = [];
  for (let look = 0; look < 13; look += 1) {
    await settlePayment(paymentId);
    waits.push(await secondsToLook(paymentId));
  }
  const doubling = Array.from({ length: 11 }, (_, look) => 15 * 2 ** look);
  expect(waits).toEqual([...doubling, 21_600, 21_600]);
});

test('after a look that counts, the next one comes soon, however long the waits have become', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await putWindowsOff(paymentId);
  for (let look = 0; look < 5; look += 1) await settlePayment(paymentId);
  expect(await secondsToLook(paymentId)).toBeGreaterThan(60);
  await letWindowsPass(paymentId);
  await settlePayment(paymentId);
  expect(await secondsToLook(paymentId)).toBeLessThanOrEqual(15);
});

test('a look comes as soon as it counts, however long the waits have become by then', async () => {
  const { paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await db().$executeRaw`
    UPDATE payments SET send_by = clock_timestamp() + interval '1 minute'
    WHERE id = ${paymentId}::uuid`;
  for (let look = 0; look < 8; look += 1) await settlePayment(paymentId);
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM run_at - send_by)::float8 AS seconds FROM payments
    JOIN graphile_worker.jobs ON key = 'settle_payment:' || payments.id
    WHERE payments.id = ${paymentId}::uuid`;
  const lagSeconds = assumptions.listLagMs / 1000;
  expect(row?.seconds).toBeGreaterThan(lagSeconds);
  expect(row?.seconds).toBeLessThan(lagSeconds + 2);
});

test('a payment is looked at again at once when its person has authorized us again', async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_answer' });
  const where = { userId: person.user.id };
  await db().astraConnection.update({ where, data: { status: 'needs_authorization' } });
  await putWindowsOff(paymentId);
  for (let look = 0; look < 8; look += 1) await settlePayment(paymentId);
  expect(await secondsToLook(paymentId)).toBeGreaterThan(1000);
  await db().astraConnection.update({ where, data: { status: 'active' } });
  await db().$transaction((tx) => lookAgain(tx, person.user.id));
  await runJobs();
  expect((await payment(paymentId)).status).toBe('accepted');
});

test("an event about anything of a person's makes an undecided payment be looked at at once", async () => {
  const { person, paymentId } = await sendWith(emulator, { kind: 'lose_request' });
  await putWindowsOff(paymentId);
  for (let look = 0; look < 8; look += 1) await settlePayment(paymentId);
  expect(await secondsToLook(paymentId)).toBeGreaterThan(1000);
  const event = newEvent({
    webhook_type: 'card_updated',
    user_id: person.astraUserId,
    resource_id: person.cards[0]?.astraId ?? '',
  });
  await receiveWebhook(...deliveryOf(event));
  await runJobs();
  expect(await secondsToLook(paymentId)).toBe(15);
});
