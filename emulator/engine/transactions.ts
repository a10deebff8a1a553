import { pacificDay } from '../contract';
import type { AccountRow } from '../state/rows-accounts';
import type { World } from '../world';

const dayMs = 24 * 60 * 60_000;

/** What a bank tells about an account's last month: name, category, days ago, cents spent. */
const usual = [
  ['Payroll', 'Income', 28, -182_000],
  ['Rent', 'Housing', 25, 95_000],
  ['Grocery Store', 'Food', 18, 6_431],
  ['Coffee', 'Food', 9, 475],
  ['Payroll', 'Income', 14, -182_000],
  ['Bookshop', 'Shopping', 3, 2_199],
  ['Coffee', 'Food', 0, 525],
] as const;

/** Gives a linked account the movements of a month. */
export function addTransactions(world: World, account: AccountRow): void {
  const nowMs = world.clock.now();
  const oldestFirst = usual.toSorted(([, , a], [, , b]) => b - a);
  for (const [name, category, daysAgo, amountCents] of oldestFirst) {
    world.store.transactions.put({
      id: world.random.hex(32),
      userId: account.userId,
      accountId: account.id,
      name,
      category,
      amountCents,
      date: pacificDay(nowMs - daysAgo * dayMs),
      pending: daysAgo === 0,
    });
  }
}
