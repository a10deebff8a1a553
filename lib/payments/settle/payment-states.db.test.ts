import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { routineStatuses, transferStatuses } from '@/lib/astra/contract';
import { routineResult } from '@/lib/astra/resources/routine-results';
import { transferResult } from '@/lib/astra/resources/transfers';
import { PaymentStatus } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { storeRoutine } from '@/lib/routines/store-routine';
import { storeTransfer } from '@/lib/transfers/store/store-transfer';
import { wireRoutine, wireTransfer } from '@/testing/astra/answers';
import { createPayment } from '@/testing/rows/payments';
import { createPerson } from '@/testing/rows/people';

const person = await createPerson();
const known = Object.values(PaymentStatus);
const table = known.flatMap((status) => [
  ...[...routineStatuses, 'on_hold'].map((shown) => [status, 'routine', shown] as const),
  ...[...transferStatuses, 'on_hold'].map((shown) => [status, 'transfer', shown] as const),
]);

/** Has Astra show a routine, or a transfer of it, as the one that a payment asked for. */
async function show(
  payment: Awaited<ReturnType<typeof createPayment>>,
  what: 'routine' | 'transfer',
  routineId: string,
  status: string,
): Promise<void> {
  const common = {
    amount: 5,
    status,
    source_id: payment.sourceAstraId,
    destination_id: payment.destinationAstraId,
    client_correlation_id: payment.clientCorrelationId,
  };
  await db().$transaction((tx) =>
    what === 'routine'
      ? storeRoutine(
          tx,
          person.id,
          routineResult.parse(wireRoutine({ ...common, id: routineId })),
          payment.createdAt,
        )
      : storeTransfer(
          tx,
          person.id,
          transferResult.parse(wireTransfer({ ...common, routine_id: routineId })),
        ),
  );
}

test.each(table)(
  'a payment that is %s is accepted, and tied once, when its %s shows up %s',
  async (status, what, shown) => {
    const own = status === 'accepted' ? randomUUID() : null;
    const payment = await createPayment(person.id, { status, routineAstraId: own });
    const [first, second] = [randomUUID(), randomUUID()];
    await show(payment, what, first, shown);
    await show(payment, what, second, shown);
    expect(await db().payment.findUniqueOrThrow({ where: { id: payment.id } })).toMatchObject({
      status: 'accepted',
      routineAstraId: own ?? first,
      refusal: null,
    });
  },
);
