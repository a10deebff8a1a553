import 'server-only';
import { databaseTime } from '@/lib/db/database-time';
import type { Transaction } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { countCardPayments } from './count-card-payments';
import { usedUpSentence } from './describe';
import { pacificMidnights } from './pacific-midnights';

/**
 * Holds a payment that was just written against what Astra lets its owner do. Call it under
 * `lockPerson`, in the transaction that wrote the payment: a refusal takes it back.
 *
 * @throws UserFacingError when Astra has not approved the person, or it is one too many today.
 */
export async function requireMaySend(tx: Transaction, userId: string): Promise<void> {
  const connection = await tx.astraConnection.findUnique({ where: { userId } });
  if (connection?.astraUserStatus !== 'approved') {
    throw new UserFacingError(
      'Astra does not let you send money right now. Your home page says why. No money has moved.',
    );
  }
  const perDay = connection.cardTransfersPerDay;
  if (perDay === null) return;
  const { startedAt } = pacificMidnights(await databaseTime(tx));
  if ((await countCardPayments(tx, userId, startedAt)) <= perDay) return;
  throw new UserFacingError(
    perDay > 0
      ? `${usedUpSentence(perDay)} You can send again after midnight Pacific time. No money has moved.`
      : `${usedUpSentence(perDay)} No money has moved.`,
  );
}
