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
import { type Known, readAmount, readOptionalAmount, readStatus } from './read-fields';

const chargebackResult = chargeback.transform((wire, context) => {
  const { exception_settled_amount, original_settled_amount, ...rest } = wire;
  const { exception_date, original_creation_date, original_processed_date } = wire;
  return {
    ...rest,
    // Whether a debit of the merchant counts below zero is not documented.
    exception_settled_amount_cents: readOptionalAmount({ exception_settled_amount }, context, {
      negative: 'allow',
    }),
    original_settled_amount_cents: readOptionalAmount({ original_settled_amount }, context, {
      negative: 'allow',
    }),
    exception_date: readDateTime(exception_date),
    original_creation_date: readDateTime(original_creation_date),
    original_processed_date: readDateTime(original_processed_date),
    status_date: readDateTime(wire.status_date),
    created: readDateTime(wire.created),
    updated: readDateTime(wire.updated),
  };
});

/** A dispute of a card payment, as its transfer shows it. */
export type Chargeback = Known<z.output<typeof chargebackResult>>;

/** Reads a transfer: cents and dates. */
export const transferResult = transfer
  .extend({ chargeback: chargebackResult.nullish() })
  .transform(
    ({ amount, initiated, updated, estimated_clearing_date, status, ...rest }, context) => ({
      ...rest,
      status: readStatus(status),
      amount_cents: readAmount({ amount }, context),
      initiated: readDateTime(initiated),
      updated: readDateTime(updated),
      estimated_clearing_date: readDateTime(estimated_clearing_date),
    }),
  );

/** A movement of money: what really happened. `processed` may still be returned or disputed. */
export type Transfer = Known<z.output<typeof transferResult>>;

const segmentResult = segment.transform(
  ({ amount, initiated, updated, status, ...rest }, context) => ({
    ...rest,
    status: readStatus(status),
    amount_cents: readOptionalAmount({ amount }, context),
    initiated: readDateTime(initiated),
    updated: readDateTime(updated),
  }),
);

/** One leg of a transfer. */
export type Segment = Known<z.output<typeof segmentResult>>;

const batchResult = batchTransfer.transform(
  ({ amount, created, updated, status, ...rest }, context) => ({
    ...rest,
    status: readStatus(status),
    amount_cents: readOptionalAmount({ amount }, context),
    created: readDateTime(created),
    updated: readDateTime(updated),
  }),
);

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
