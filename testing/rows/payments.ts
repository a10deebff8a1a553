import { randomUUID } from 'node:crypto';
import type { Card, Payment } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import { newCorrelationId } from '@/lib/payments/order/correlation-id';
import type { PaymentOrder } from '@/lib/payments/order/payment-order';
import type { ConfirmedOrder } from '@/lib/payments/send/send-payment';
import type { AstraPerson } from '../astra/person';

/** An order to send $4.99 from one card to another, unless it says otherwise. */
export function cardOrder(
  source: Pick<Card, 'id'> | undefined,
  destination: Pick<Card, 'id'> | undefined,
  change: Partial<PaymentOrder> = {},
): PaymentOrder {
  return {
    direction: 'card_to_card',
    routineType: 'one-time',
    source: { kind: 'card', id: source?.id ?? '' },
    destination: { kind: 'card', id: destination?.id ?? '' },
    recipientId: null,
    amountCents: toCents(499n),
    name: 'Rent',
    memo: null,
    terms: {},
    ...change,
  };
}

/** What a person confirms who sends from their first card to their second. */
export function confirmedOrder(
  { user, cards }: Pick<AstraPerson, 'user' | 'cards'>,
  change: Partial<PaymentOrder> = {},
): ConfirmedOrder {
  const order = cardOrder(cards[0], cards[1], change);
  return { userId: user.id, idempotencyKey: randomUUID(), order };
}

/** A payment of $5 between two cards, written down but never sent. */
export function createPayment(
  userId: string,
  {
    source,
    destination,
    terms,
    ...change
  }: Partial<Payment> & { source?: Card; destination?: Card } = {},
): Promise<Payment> {
  return db().payment.create({
    data: {
      userId,
      idempotencyKey: randomUUID(),
      orderHash: 'not compared',
      direction: 'card_to_card',
      name: 'Rent',
      amountCents: 500n,
      sourceKind: 'card',
      sourceAstraId: source?.astraId ?? randomUUID(),
      sourceLabel: 'Visa ending in 5556',
      destinationKind: 'card',
      destinationAstraId: destination?.astraId ?? randomUUID(),
      destinationLabel: 'Visa ending in 4242',
      destinationAstraUserId: randomUUID(),
      clientCorrelationId: newCorrelationId(),
      status: 'accepted',
      sendBy: new Date(),
      terms: terms ?? {},
      ...change,
    },
  });
}
