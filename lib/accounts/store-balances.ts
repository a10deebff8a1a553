import 'server-only';
import type { Account } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/prisma';
import { isAsListed } from '@/lib/lists/is-as-listed';
import { notifyUser } from '@/lib/live/notify';
import type { accountColumns } from './store-account';

type Columns = ReturnType<typeof accountColumns>;

/**
 * Whether a list shows a known account as it is, but for a balance that its bank told later. Such a
 * balance carries its own time, so it is certain that the list is not the older one.
 */
export function isNewBalance(columns: Columns, account: Account): boolean {
  const { balanceAt } = columns;
  const { currentBalanceCents, availableBalanceCents } = account;
  const before = { currentBalanceCents, availableBalanceCents, balanceAt: account.balanceAt };
  if (!balanceAt || account.removedAt || !isAsListed({ ...columns, ...before }, account)) {
    return false;
  }
  return account.balanceAt === null || account.balanceAt < balanceAt;
}

type Told = { id: string } & Pick<
  Columns,
  'currentBalanceCents' | 'availableBalanceCents' | 'balanceAt'
>;

type Balances = {
  userId: string;
  told: readonly Told[];
  /** See `lib/looks/seen-before.ts`. */
  seenAt: Date;
};

/** Writes down newer balances of a person's accounts, any number of them in one statement. */
export async function storeBalances(
  tx: Transaction,
  { userId, told, seenAt }: Balances,
): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ id, currentBalanceCents, availableBalanceCents, balanceAt }) => ({
    id,
    current: currentBalanceCents?.toString() ?? null,
    available: availableBalanceCents?.toString() ?? null,
    told_at: balanceAt,
  }));
  const count = await tx.$executeRaw`
    UPDATE accounts SET current_balance_cents = told.current, available_balance_cents = available,
      balance_at = told_at, seen_at = ${seenAt}, updated_at = clock_timestamp()
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS told(id uuid, current bigint, available bigint, told_at timestamptz)
    WHERE accounts.id = told.id AND user_id = ${userId}::uuid AND removed_at IS NULL
      AND seen_at < ${seenAt} AND (balance_at IS NULL OR balance_at < told_at)`;
  if (count > 0) await notifyUser(tx, userId);
}
