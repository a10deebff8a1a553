import type { z } from 'zod';
import { batchTransfer, segment } from '../contract/assumptions/transfer-parts';
import {
  chargeback,
  transferOperations as operations,
  transfer,
  type transferListQuery,
} from '../contract/transfers';
import { readDateTime } from '../date-time';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { amountInCents, type Known, readStatus, signedAmountInCents } from './read-fields';

const chargebackResult = chargeback
  // Whether a debit of the merchant counts below zero is not documented.
  .extend({
    exception_settled_amount: signedAmountInCents,
    original_settled_amount: signedAmountInCents,
  })
  .transform(({ exception_settled_amount, original_settled_amount, ...rest }) => ({
    ...rest,
    exception_settled_amount_cents: exception_settled_amount,
    original_settled_amount_cents: original_settled_amount,
    exception_date: readDateTime(rest.exception_date),
    original_creation_date: readDateTime(rest.original_creation_date),
    original_processed_date: readDateTime(rest.original_processed_date),
    status_date: readDateTime(rest.status_date),
    created: readDateTime(rest.created),
    updated: readDateTime(rest.updated),
  }));

/** A dispute of a card payment, as its transfer shows it. */
export type Chargeback = Known<z.output<typeof chargebackResult>>;

/** Reads a transfer: cents and dates. */
export const transferResult = transfer
  .extend({ amount: amountInCents, chargeback: chargebackResult.nullish() })
  .transform(({ amount, initiated, updated, estimated_clearing_date, status, ...rest }) => ({
    ...rest,
    status: readStatus(status),
    /** Null where Astra's is not exact cents: show no amount then, and take none from elsewhere. */
    amount_cents: amount,
    initiated: readDateTime(initiated),
    updated: readDateTime(updated),
    estimated_clearing_date: readDateTime(estimated_clearing_date),
  }));

/** A movement of money: what really happened. `processed` may still be returned or disputed. */
export type Transfer = Known<z.output<typeof transferResult>>;

const segmentResult = segment
  .extend({ amount: amountInCents })
  .transform(({ amount, initiated, updated, status, ...rest }) => ({
    ...rest,
    status: readStatus(status),
    amount_cents: amount,
    initiated: readDateTime(initiated),
    updated: readDateTime(updated),
  }));

/** One leg of a transfer. */
export type Segment = Known<z.output<typeof segmentResult>>;

const batchResult = batchTransfer
  .extend({ amount: amountInCents })
  .transform(({ amount, created, updated, status, ...rest }) => ({
    ...rest,
    status: readStatus(status),
    amount_cents: amount,
    created: readDateTime(created),
    updated: readDateTime(updated),
  }));

/** The daily debit of the partner's account that pays for net-mode transfers. */
export type BatchTransfer = Known<z.output<typeof batchResult>>;

/** Which transfers to list. */
export type TransferFilter = z.input<typeof transferListQuery>;

type Of = { accessToken: string };

/**
 * Transfers: how money moved. They are made by routines, never directly.
 *
 * Source: reference, "Transfers" and "Batch Transfers". Its calls throw AstraError.
 */
export function transfers(transport: Transport) {
  return {
    /** @throws AstraNotFoundError */
    async get({ accessToken, id }: Of & { id: string }): Promise<Transfer> {
      return transport(operations.get, { accessToken, params: { id }, response: transferResult });
    },

    /**
     * A person's transfers, newest first. @param options.pageSize at most 100.
     *
     * Reading it throws AstraInvalidRequestError when a filter is not one of Astra's.
     */
    list({
      accessToken,
      pageSize,
      ...filter
    }: Of & TransferFilter & { pageSize?: number }): PagedList<Transfer> {
      return pagedList(operations.list, transferResult, pageSize, ({ query, response }) =>
        transport(operations.list, { accessToken, query: { ...filter, ...query }, response }),
      );
    },

    /** The legs of a transfer: a pull, a push, an ACH entry. The names of the fields are assumed. */
    listSegments({
      accessToken,
      id,
      pageSize,
    }: Of & { id: string; pageSize?: number }): PagedList<Segment> {
      return pagedList(operations.listSegments, segmentResult, pageSize, (page) =>
        transport(operations.listSegments, { accessToken, params: { id }, ...page }),
      );
    },

    /**
     * Stops a transfer that has not left yet. Whether it still can is Astra's to say, and its answer
     * is final.
     *
     * @throws AstraInvalidRequestError when it is too late (the status is assumed).
     * @throws AstraError with `outcomeUnknown`: get the transfer to learn what became of it.
     */
    async cancel({ accessToken, id }: Of & { id: string }): Promise<Transfer> {
      return transport(operations.cancel, {
        accessToken,
        params: { id },
        response: transferResult,
      });
    },

    /** The debit that pays for a day of net-mode transfers. @throws AstraNotFoundError */
    async getBatch(id: string): Promise<BatchTransfer> {
      return transport(operations.getBatch, { params: { id }, response: batchResult });
    },
  };
}
