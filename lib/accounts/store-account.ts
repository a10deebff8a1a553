import 'server-only';
import type { AstraAccount } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { seenBefore } from '@/lib/looks/seen-before';
import { lastFour, outsideId, outsideText } from '@/lib/partner/outside-text';
import { markAddedByNumbers } from './mark-added-by-numbers';

/**
 * Writes down an account as Astra shows it to its owner. An account that belongs to somebody else
 * here is never moved: the write then changes nothing. Neither does one that is older than what is known.
 *
 * @param seen.at see {@link seenBefore}.
 * @param seen.origin how it was added, when our own server has just done it. Otherwise a new account
 * may have been added by its person's browser, and one that is known keeps what it came by.
 */
export async function storeAccount(
  tx: Transaction,
  userId: string,
  account: AstraAccount,
  { at: seenAt, origin }: { at: Date; origin?: 'bank_link' | undefined },
): Promise<string> {
  const data = { ...accountColumns(account), removedAt: null, seenAt };
  const row = { userId, astraId: data.astraId };
  const created = await tx.account.createManyAndReturn({
    data: { userId, ...data },
    skipDuplicates: true,
  });
  if (!origin) await markAddedByNumbers(tx, userId, created);
  const isNewer = await tx.account.updateMany({ where: { ...row, ...seenBefore(seenAt) }, data });
  if (origin) await tx.account.updateMany({ where: row, data: { origin } });
  if (created.length + isNewer.count === 0) {
    return (await tx.account.count({ where: row })) > 0
      ? 'Nothing: something newer is known of the account.'
      : 'Nothing: the account belongs to another person here.';
  }
  await notifyUser(tx, userId);
  return `The account is ${data.connectionStatus}.`;
}

/** What is kept of an account as Astra shows it. */
export function accountColumns(account: AstraAccount) {
  const { current_balance_cents: current, available_balance_cents: available } = account;
  return {
    astraId: outsideId(account.id),
    name:
      outsideText(account.nickname) ??
      outsideText(account.name) ??
      outsideText(account.official_name),
    institutionName: outsideText(account.institution_name),
    mask: lastFour(account.mask),
    subtype: outsideText(account.subtype),
    connectionStatus: outsideText(account.connection_status) ?? 'unknown',
    currentBalanceCents: current === null ? null : BigInt(current),
    availableBalanceCents: available === null ? null : BigInt(available),
    balanceAt: account.last_balance_update_on,
  };
}

/**
 * Marks an account that Astra shows no more. Payments point at it, so the row stays.
 *
 * @param seenAt see {@link seenBefore}.
 */
export async function markAccountRemoved(
  tx: Transaction,
  userId: string,
  astraId: string,
  seenAt: Date,
): Promise<string> {
  const newer = { userId, astraId, ...seenBefore(seenAt) };
  await tx.account.updateMany({
    where: { ...newer, removedAt: null },
    data: { removedAt: seenAt },
  });
  const { count } = await tx.account.updateMany({ where: newer, data: { seenAt } });
  if (count === 0) return 'Nothing: something newer is known of the account.';
  await notifyUser(tx, userId);
  return 'The account is no longer linked.';
}
