import type { z } from 'zod';
import { transfer, transferListQuery } from '../contract/transfers';
import { readDateTime } from '../date-time';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { checkRequest } from '../transport/check-request';
import { type Known, readAmount } from './read-fields';

const transferResult = transfer.transform(
  ({ amount, initiated, updated, estimated_clearing_date, ...rest }, context) => ({
    ...rest,
    amount_cents: readAmount(amount, context),
    initiated: readDateTime(initiated),
    updated: readDateTime(updated),
    estimated_clearing_date: readDateTime(estimated_clearing_date),
  }),
);

/** A movement of money: what really happened. `processed` may still be returned or disputed. */
export type Transfer = Known<z.output<typeof transferResult>>;

/** Which transfers to list. */
export type TransferFilter = z.input<typeof transferListQuery>;

type Of = { accessToken: string };

const collection = '/v1/transfers';

/** Transfers: how money moved. They are made by routines, never directly. */
export function transfers(transport: Transport) {
  return {
    /** @throws AstraNotFoundError */
    async get({ accessToken, id }: Of & { id: string }): Promise<Transfer> {
      return transport({
        method: 'GET',
        path: `${collection}/{id}`,
        params: { id },
        auth: { accessToken },
        response: transferResult,
      });
    },

    /**
     * A person's transfers, newest first. @param options.pageSize at most 100.
     *
     * @throws AstraInvalidRequestError when a filter is not one of Astra's.
     */
    list({
      accessToken,
      pageSize,
      ...filter
    }: Of & TransferFilter & { pageSize?: number }): PagedList<Transfer> {
      const call = { method: 'GET', path: collection } as const;
      return pagedList(transport, {
        path: collection,
        auth: { accessToken },
        plural: 'transfers',
        item: transferResult,
        query: checkRequest(call, transferListQuery, filter),
        pageSize,
      });
    },
  };
}
