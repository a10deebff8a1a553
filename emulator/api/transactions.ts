import type { operations } from '../contract';
import { dollarsOf } from '../rules/money';
import type { TransactionRow } from '../state/rows-accounts';
import type { Endpoint } from './endpoint';
import { listPage } from './paging';
import { invalidFields } from './validate';

/** `GET /v1/transactions`, of Astra's older chapter. Both days count. */
export const listTransactions: Endpoint<typeof operations.transactions.list> = (input) => {
  const { world, user, request, query } = input;
  const { transactions, accounts } = world.store;
  if (query.date_start > query.date_end) {
    throw invalidFields({ date_end: ['Must not be before date_start.'] });
  }
  if (query.account_id !== undefined && accounts.get(query.account_id)?.userId !== user.id) {
    throw invalidFields({ account_id: ['No account of this user has this id.'] });
  }
  const isMeant = (row: TransactionRow | undefined) =>
    row?.userId === user.id &&
    row.date >= query.date_start &&
    row.date <= query.date_end &&
    (query.account_id === undefined || row.accountId === query.account_id);
  return listPage(
    request,
    'transactions',
    (limit, before) => {
      const rows = transactions.newest(
        'user',
        user.id,
        transactions.count('user', user.id),
        before,
      );
      return rows.filter(isMeant).slice(0, limit);
    },
    (id) => {
      const row = transactions.get(id);
      return isMeant(row) ? row : undefined;
    },
    printTransaction,
  );
};

function printTransaction(row: TransactionRow) {
  return {
    id: row.id,
    name: row.name,
    account_id: row.accountId,
    amount: dollarsOf(row.amountCents),
    category: row.category,
    date: row.date,
    pending: row.pending,
  };
}
