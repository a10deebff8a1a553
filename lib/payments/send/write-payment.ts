import 'server-only';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Payment } from '@/lib/db/generated/client';
import { lockPerson } from '@/lib/db/lock-person';
import type { Transaction } from '@/lib/db/prisma';
import { failpoint } from '@/lib/failpoints/failpoint';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { requireMaySend } from '@/lib/limits/require-may-send';
import type { PaymentEnds } from '../ends/payment-end';
import { correlationIdFor } from '../order/correlation-id';
import { orderHash, type PaymentOrder } from '../order/payment-order';
import { enqueueSettlement } from '../settle/enqueue-settlement';
import type { ConfirmedOrder } from './send-payment';

/** After this long nobody sends the request any more, and looking for its result may begin. */
export const sendWindowMs = 20_000;

/**
 * Writes down a payment that is about to be sent, with the job that finds out what became of it in
 * case nobody else does.
 *
 * @returns null when the form has made its payment already.
 * @throws UserFacingError for a reference that cannot be used.
 */
export async function writePayment(
  tx: Transaction,
  { userId, idempotencyKey, order, operatorId, fees }: ConfirmedOrder,
  { source, destination, destinationAstraUserId }: PaymentEnds,
): Promise<Payment | null> {
  const clientCorrelationId = await referenceOf(tx, userId, idempotencyKey, order);
  await failpoint('send.before_insert');
  // Of payments that begin at the same moment, each would count as if the others were not there.
  await lockPerson(tx, userId);
  const [payment] = await tx.payment.createManyAndReturn({
    data: {
      userId,
      idempotencyKey,
      orderHash: orderHash(order),
      direction: order.direction,
      routineType: order.routineType,
      terms: order.terms,
      name: order.name,
      amountCents: order.amountCents,
      sourceKind: source.kind,
      sourceAstraId: source.astraId,
      sourceLabel: source.label,
      destinationKind: destination.kind,
      destinationAstraId: destination.astraId,
      destinationLabel: destination.label,
      destinationAstraUserId,
      recipientId: order.recipientId,
      operatorId: operatorId ?? null,
      ...fees,
      clientCorrelationId,
      status: 'sending',
      sendBy: new Date(0),
    },
    skipDuplicates: true,
  });
  if (!payment) return null;
  await requireMaySend(tx, userId, order);
  // The deadline is database time, like every clock that several processes must agree on.
  await tx.$executeRaw`
    UPDATE payments SET send_by = clock_timestamp() + make_interval(secs => ${sendWindowMs / 1000})
    WHERE id = ${payment.id}::uuid`;
  await enqueueSettlement(tx, payment.id, sendWindowMs);
  await recordAudit(tx, {
    userId,
    actorId: operatorId ?? userId,
    correlationId: clientCorrelationId,
    action: 'payment.confirmed',
    detail: 'The payment was confirmed.',
  });
  await failpoint('send.after_insert');
  return payment;
}

/** @throws UserFacingError when the person's own reference has the wrong form or was used before. */
async function referenceOf(
  tx: Transaction,
  userId: string,
  idempotencyKey: string,
  order: PaymentOrder,
): Promise<string> {
  const reference = correlationIdFor(order);
  if (!reference.ok) throw new UserFacingError(reference.message, { memo: reference.message });
  const { correlationId: clientCorrelationId } = reference;
  // A twin of this very form is no clash: its own insert finds it.
  const used = await tx.payment.findFirst({
    where: { userId, clientCorrelationId, idempotencyKey: { not: idempotencyKey } },
  });
  if (!used) return clientCorrelationId;
  const message = 'You have used this reference before. Choose another one, or leave it empty.';
  throw new UserFacingError(message, { memo: message });
}
