import 'server-only';
import { assumptions, settlementSpeeds } from '@/lib/astra/contract';
import { databaseTime } from '@/lib/db/database-time';
import type { AstraConnection } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import type { PaymentOrder } from '@/lib/payments/order/payment-order';
import { countCardPayments } from './count-card-payments';
import { usedUpSentence } from './describe';
import { pacificMidnights } from './pacific-midnights';

/**
 * Holds a payment that was just written against what Astra lets its owner do. Call it under
 * `lockPerson`, in the transaction that wrote the payment: a refusal takes it back.
 *
 * @throws UserFacingError when Astra has not approved the person, has lowered what they may do below
 * this, or it is one too many today.
 */
export async function requireMaySend(
  tx: Transaction,
  userId: string,
  { direction, terms }: Pick<PaymentOrder, 'direction' | 'terms'>,
): Promise<void> {
  const connection = await requireSender(tx, userId);
  const isGross = terms.settlementMode !== assumptions.settlementModes.net;
  if (direction === 'account_to_card' && isGross && connection.accountToCardEligible === false) {
    throw new UserFacingError(
      'Astra does not let you pay from an account to a card right now. No money has moved.',
    );
  }
  if (terms.speed && isFasterThan(terms.speed, connection.maxSettlementSpeed)) {
    const message = 'Astra does not let you use this speed right now. Choose a slower one.';
    throw new UserFacingError(`${message} No money has moved.`, { speed: message });
  }
  if (direction === 'card_to_card')
    await requireLeftToday(tx, userId, connection.cardTransfersPerDay);
}

/**
 * Whether somebody may send money at all, whatever it is.
 *
 * @throws UserFacingError when Astra has not approved them, or they can only receive.
 */
export async function requireSender(tx: Transaction, userId: string): Promise<AstraConnection> {
  const connection = await tx.astraConnection.findUnique({ where: { userId } });
  if (connection?.astraUserStatus !== 'approved') {
    throw new UserFacingError(
      'Astra does not let you send money right now. Your home page says why. No money has moved.',
    );
  }
  if (isReceiveOnly(connection)) {
    throw new UserFacingError('You can receive money here, and not send any. No money has moved.');
  }
  return connection;
}

/** Whether Astra knows too little of somebody to let them send anything, ever, as they are. */
export function isReceiveOnly(connection: { kycType: string | null } | null): boolean {
  return connection?.kycType === 'receive-only';
}

/** The first is the fastest. A speed that we don't know limits nothing. */
function isFasterThan(speed: string, most: string | null): boolean {
  const speeds: readonly string[] = settlementSpeeds;
  return most !== null && speeds.includes(most) && speeds.indexOf(speed) < speeds.indexOf(most);
}

async function requireLeftToday(
  tx: Transaction,
  userId: string,
  perDay: number | null,
): Promise<void> {
  if (perDay === null) return;
  const { startedAt } = pacificMidnights(await databaseTime(tx));
  if ((await countCardPayments(tx, userId, startedAt)) <= perDay) return;
  throw new UserFacingError(
    perDay > 0
      ? `${usedUpSentence(perDay)} You can send again after midnight Pacific time. No money has moved.`
      : `${usedUpSentence(perDay)} No money has moved.`,
  );
}
