import type { z } from 'zod';
import {
  transactionOperations as operations,
  transaction,
  type transactionListQuery,
} from '../contract/transactions';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { type Known, signedAmountInCents } from './read-fields';

const transactionResult = transaction
  .extend({ amount: signedAmountInCents })
  .transform(({ amount, ...rest }) => ({ ...rest, amount_cents: amount }));

/** A movement on a linked bank account. `date` is a calendar day. */
export type Transaction = Known<z.output<typeof transactionResult>>;

/** Days are `YYYY-MM-DD`; both are needed. */
export type TransactionFilter = z.input<typeof transactionListQuery>;

/**
 * Transactions of linked accounts. Gone from Astra's current reference: do not build on them.
 *
 * Source: an older reference, "Transactions". Its calls throw AstraError.
 */
export function transactions(transport: Transport) {
  return {
    /**
     * Movements between two days. @param options.pageSize 50 by default.
     *
     * Reading it throws AstraInvalidRequestError when a day is no day.
     */
    list({
      accessToken,
      pageSize,
      ...filter
    }: TransactionFilter & { accessToken: string; pageSize?: number }): PagedList<Transaction> {
      return pagedList(operations.list, transactionResult, pageSize, ({ query, response }) =>
        transport(operations.list, { accessToken, query: { ...filter, ...query }, response }),
      );
    },
  };
}
