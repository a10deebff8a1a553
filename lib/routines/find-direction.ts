import 'server-only';
import { db } from '@/lib/db/prisma';
import type { PaymentDirection } from '@/lib/payments/order/payment-order';
import type { FoundRoutine } from './find-routine';

type Known = Pick<FoundRoutine, 'userId' | 'payment' | 'sourceAstraId' | 'destinationAstraId'>;

/** From what to what a routine moves money; null where its ends are not known here. */
export async function findDirection({
  userId,
  payment,
  sourceAstraId,
  destinationAstraId,
}: Known): Promise<PaymentDirection | null> {
  if (payment) return payment.direction;
  const [from, to] = [
    await kindOf(userId, sourceAstraId),
    await kindOf(userId, destinationAstraId),
  ];
  return from && to && `${from}_to_${to}`;
}

async function kindOf(userId: string, astraId: string | null): Promise<'card' | 'account' | null> {
  if (!astraId) return null;
  if (await db().card.findFirst({ where: { userId, astraId } })) return 'card';
  return (await db().account.findFirst({ where: { userId, astraId } })) ? 'account' : null;
}
