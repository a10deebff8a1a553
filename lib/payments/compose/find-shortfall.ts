import 'server-only';
import { type Balance, balanceOf } from '@/lib/accounts/balance-of';
import type { Cents } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import type { PaymentOrder } from '../order/payment-order';
import type { FeePreview } from './preview-fees';

/** What would leave an account, and its balance, which is less. */
export type Shortfall = { leavesCents: Cents; balance: Balance };

/**
 * Whether more would leave somebody's account, our fee included, than it is known to hold; else
 * null. A reason to warn and never to refuse: balances are old, and money may come in before.
 */
export async function findShortfall(
  userId: string,
  { source, amountCents, terms }: PaymentOrder,
  { pullCents }: Pick<FeePreview, 'pullCents'>,
  now: Date,
): Promise<Shortfall | null> {
  // In net mode the program's reserve is debited, and not the account.
  if (source.kind !== 'account' || terms.settlementMode === 'net_debit') return null;
  const leaves = pullCents ?? amountCents;
  const account = await db().account.findFirst({ where: { id: source.id, userId } });
  const balance = account && balanceOf(account, now);
  const known = balance && (balance.availableCents ?? balance.currentCents);
  if (leaves === null || !balance || known === null) return null;
  return leaves > known ? { leavesCents: leaves, balance } : null;
}
