import 'server-only';
import type { AstraUser } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { outsideText } from '@/lib/partner/outside-text';
import { shortName } from '@/lib/people/short-name';

/** Writes down somebody's standing at Astra, and what others see of their name. */
export async function storeAstraUser(
  tx: Transaction,
  userId: string,
  user: AstraUser,
): Promise<string> {
  const status = outsideText(user.status) ?? 'unknown';
  const { count } = await tx.astraConnection.updateMany({
    where: { userId, astraUserId: user.id },
    data: {
      astraUserStatus: status,
      kycType: outsideText(user.kyc_type),
      shortName: shortName(user),
    },
  });
  if (count === 0) return 'Nothing: this person is no longer connected as that Astra user.';
  await notifyUser(tx, userId);
  return `The user is ${status}.`;
}
