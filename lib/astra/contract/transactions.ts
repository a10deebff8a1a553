import { z } from 'zod';
import { listOf } from './lists';
import { defineOperations } from './operation';
import { id, strictDate, wireDate, wireDollars } from './primitives';

/** A movement on a linked bank account, as the bank tells it. */
export const transaction = z.looseObject({
  id,
  name: z.string().nullish(),
  account_id: z.string().nullish(),
  amount: wireDollars.nullish(),
  category: z.string().nullish(),
  date: wireDate.nullish(),
  pending: z.boolean().nullish(),
});

/** The only list whose paging Astra has documented; ours for the others follows it. */
export const transactionList = listOf('transactions', transaction).partial({ count: true });

/** Query of `GET /v1/transactions`. Both days are needed. */
export const transactionListQuery = z.strictObject({
  date_start: strictDate,
  date_end: strictDate,
  account_id: id.optional(),
});

/** Source: an older edition of the reference, "Transactions". */
export const transactionOperations = defineOperations({
  list: {
    method: 'GET',
    path: '/v1/transactions',
    host: 'api',
    auth: 'user',
    query: transactionListQuery,
    plural: 'transactions',
    status: 200,
    response: transactionList,
    page: 'List Transactions',
    isLegacy: true,
  },
});
