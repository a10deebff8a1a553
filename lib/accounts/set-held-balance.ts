import 'server-only';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { log } from '@/lib/log/logger';
import type { HeldAmounts } from './balance-source';
import { enqueueBalanceUpdate } from './enqueue-balance-update';
import { isHeld } from './is-held';

type NewBalance = HeldAmounts & {
  /** Anybody's account: only operators may come here. */
  accountId: string;
  /** Who sets it, for the log. */
  operatorId: string;
};

/**
 * Sets what an account that we hold has, and has Astra told.
 *
 * @throws UserFacingError when we do not hold the account, or the amounts contradict each other.
 */
export async function setHeldBalance({
  accountId,
  operatorId,
  ...amounts
}: NewBalance): Promise<void> {
  if (amounts.availableCents > amounts.currentCents) {
    throw new UserFacingError('Please check the marked fields.', {
      available: 'Enter at most the current balance: what is available is part of it.',
    });
  }
  const data = {
    availableCents: BigInt(amounts.availableCents),
    currentCents: BigInt(amounts.currentCents),
  };
  await db().$transaction(async (tx) => {
    const account = await tx.account.findFirst({ where: { id: accountId, ...isHeld } });
    if (!account) throw new UserFacingError('This account is not held here any more.');
    await tx.heldBalance.upsert({
      where: { accountId },
      create: { accountId, ...data },
      update: data,
    });
    await enqueueBalanceUpdate(tx, accountId);
  });
  log().info({ operatorId, accountId }, 'a held balance was set');
}
