import 'server-only';
import type { AstraAccount } from '@/lib/astra';
import type { AccountOrigin } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';

/**
 * Writes down an account as Astra shows it to its owner. An account that belongs to somebody else
 * here is never moved: the write then changes nothing.
 *
 * @param origin how it was added, when we know that it was us.
 */
export async function storeAccount(
  tx: Transaction,
  userId: string,
  account: AstraAccount,
  origin?: AccountOrigin,
): Promise<string> {
  const data = { ...accountColumns(account), removedAt: null, ...(origin && { origin }) };
  await tx.account.createMany({
    data: { userId, astraId: account.id, ...data },
    skipDuplicates: true,
  });
  const { count } = await tx.account.updateMany({ where: { userId, astraId: account.id }, data });
  if (count === 0) return 'Nothing: the account belongs to another person here.';
  await notifyUser(tx, userId);
  return `The account is ${data.connectionStatus}.`;
}

/** What is kept of an account as Astra shows it. */
export function accountColumns(account: AstraAccount) {
  const { current_balance_cents: current, available_balance_cents: available } = account;
  return {
    name: account.nickname || account.name || account.official_name || null,
    institutionName: account.institution_name ?? null,
    mask: account.mask ?? null,
    subtype: account.subtype ?? null,
    connectionStatus: account.connection_status ?? 'unknown',
    currentBalanceCents: current === null ? null : BigInt(current),
    availableBalanceCents: available === null ? null : BigInt(available),
    balanceAt: account.last_balance_update_on,
  };
}

/** Marks an account that Astra shows no more. Payments point at it, so the row stays. */
export async function markAccountRemoved(
  tx: Transaction,
  userId: string,
  astraId: string,
): Promise<string> {
  await tx.$executeRaw`
    UPDATE accounts SET removed_at = coalesce(removed_at, clock_timestamp()),
      updated_at = clock_timestamp()
    WHERE user_id = ${userId}::uuid AND astra_id = ${astraId}`;
  await notifyUser(tx, userId);
  return 'The account is no longer linked.';
}
