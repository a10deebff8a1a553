import 'server-only';
import { canPull, canPush } from '@/lib/cards/list-cards';
import { pacificToday } from '@/lib/cards/pacific-today';
import type { Card, Payment } from '@/lib/db/generated/client';
import { lockPerson } from '@/lib/db/lock-person';
import { db, type Transaction } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { requireMaySend } from '@/lib/limits/require-may-send';
import { type Cents, formatCents, toCents } from '@/lib/money';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { getAccessToken } from '@/lib/tokens/get-access-token';
import { newCorrelationId } from './correlation-id';
import { enqueueSettlement } from './enqueue-settlement';
import { findPaymentOfForm } from './find-payment';
import { startDeadline } from './send-deadline';
import { submitPayment } from './submit-payment';

/** What somebody confirmed on the form. */
export type MoneyOrder = {
  userId: string;
  /** Made with the form. The same form sent again is the same payment. */
  idempotencyKey: string;
  sourceCardId: string;
  destinationCardId: string;
  amount: Cents;
  name: string;
};

/** While forms of one person wait for each other, later ones wait this long for a connection. */
const mostWaitMs = 5_000;

/** After this long nobody sends the request any more, and looking for its result may begin. */
const sendWindowMs = 20_000;

/**
 * Sends money from one of a person's cards to another, at most once.
 *
 * The payment is written down before Astra is asked, because after the call it may be too late: a
 * crash or a lost answer in between must leave something that remembers that money may move. The
 * form's key makes a second click, tab or retry find the first payment instead of making another.
 *
 * @returns the payment's id, whatever Astra said; its page shows how it goes on.
 * @throws UserFacingError when the order itself is not possible. Nothing was written then.
 */
export async function sendMoney(order: MoneyOrder): Promise<{ paymentId: string }> {
  const earlier = await findEarlier(order);
  if (earlier) return { paymentId: earlier.id };

  // Asked for before anything is written, so that a person who must authorize us first is told so
  // with nothing left behind.
  const { accessToken } = await getAccessToken(order.userId).catch((error: unknown) => {
    if (!(error instanceof NeedsAuthorizationError)) throw error;
    throw new UserFacingError('Please connect to Astra again, then send this. No money has moved.');
  });

  const isTooLate = startDeadline(sendWindowMs / 2);
  const written = await db().$transaction((tx) => writePayment(tx, order), { maxWait: mostWaitMs });
  if (!written) {
    const twin = await findEarlier(order);
    if (!twin) throw new Error('A payment was neither written nor found.');
    return { paymentId: twin.id };
  }
  await submitPayment({ ...written, accessToken, isTooLate });
  return { paymentId: written.payment.id };
}

/** The payment that this form made before. @throws UserFacingError if it was another one. */
async function findEarlier(order: MoneyOrder): Promise<Payment | null> {
  const payment = await findPaymentOfForm(order.userId, order.idempotencyKey);
  if (!payment) return null;
  const isSame =
    payment.amountCents === BigInt(order.amount) &&
    payment.sourceCardId === order.sourceCardId &&
    payment.destinationCardId === order.destinationCardId;
  if (isSame) return payment;
  throw new UserFacingError(
    `This form was already used to send ${formatCents(toCents(payment.amountCents))}. Start a new payment to send something else.`,
  );
}

type WrittenPayment = { payment: Payment; sourceCard: Card; destinationCard: Card };

async function writePayment(tx: Transaction, order: MoneyOrder): Promise<WrittenPayment | null> {
  const { userId, idempotencyKey, sourceCardId, destinationCardId } = order;
  const sourceCard = await tx.card.findFirst({ where: { id: sourceCardId, userId } });
  const destinationCard = await tx.card.findFirst({ where: { id: destinationCardId, userId } });
  const today = await pacificToday(tx);
  if (!sourceCard || !canPull(sourceCard, today)) {
    throw new UserFacingError('Choose another card to send from.', {
      sourceCardId: 'This card cannot send money right now.',
    });
  }
  if (sourceCard.id === destinationCard?.id) {
    throw new UserFacingError('Choose two different cards.', {
      destinationCardId: 'Choose another card than the one you send from.',
    });
  }
  if (!destinationCard || !canPush(destinationCard, today)) {
    throw new UserFacingError('Choose another card to send to.', {
      destinationCardId: 'This card cannot receive money right now.',
    });
  }
  // Of payments that begin at the same moment, each would count as if the others were not there.
  await lockPerson(tx, userId);
  const [payment] = await tx.payment.createManyAndReturn({
    data: {
      userId,
      idempotencyKey,
      name: order.name,
      amountCents: BigInt(order.amount),
      sourceCardId,
      destinationCardId,
      clientCorrelationId: newCorrelationId(),
      status: 'sending',
      sendBy: new Date(0),
    },
    skipDuplicates: true,
  });
  if (!payment) return null;
  await requireMaySend(tx, userId);
  // The deadline is database time, like every clock that several processes must agree on.
  await tx.$executeRaw`
    UPDATE payments SET send_by = clock_timestamp() + make_interval(secs => ${sendWindowMs / 1000})
    WHERE id = ${payment.id}::uuid`;
  await enqueueSettlement(tx, payment.id, sendWindowMs);
  return { payment, sourceCard, destinationCard };
}
