import { routineOperations as operations } from '../contract/routine-operations';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { noContent } from '../transport/call';
import type {
  AccountToCard,
  BookRoutine,
  CardToAccount,
  CreateRoutine,
  PreviewRoutine,
  UpdateRoutine,
} from './routine-requests';
import {
  type NestedRoutine,
  nestedRoutineResult,
  previewResult,
  type Routine,
  type RoutinePreview,
  routineResult,
} from './routine-results';
import { withDollars } from './send-amounts';
import { type Transfer, transferResult } from './transfers';

type Of = { accessToken: string };

/**
 * Routines: how money is told to move.
 *
 * Every call that makes one is sent once: nothing at Astra tells a second attempt from a second
 * payment. When its error has `outcomeUnknown`, money may be moving: look for the routine by its
 * `client_correlation_id`, amount and ends before doing anything else.
 *
 * Source: reference, "Routines". Its calls throw AstraError.
 */
export function routines(transport: Transport) {
  return {
    /**
     * What a payment from card to card would cost. Creates nothing.
     *
     * @throws AstraInvalidRequestError with messages by field.
     */
    async preview({
      accessToken,
      routine,
    }: Of & { routine: PreviewRoutine }): Promise<RoutinePreview> {
      const body = withDollars(operations.preview, routine);
      return transport(operations.preview, { accessToken, body, response: previewResult });
    },

    /**
     * Starts a movement from card to card or from account to account.
     *
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when money may be moving.
     */
    async create({ accessToken, routine }: Of & { routine: CreateRoutine }): Promise<Routine> {
      const body = withDollars(operations.create, routine);
      return transport(operations.create, { accessToken, body, response: routineResult });
    },

    /**
     * Pushes money from an account to a card, at once. Astra has to switch it on for the client.
     *
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when money may be moving.
     */
    async accountToCard({
      accessToken,
      routine,
    }: Of & { routine: AccountToCard }): Promise<NestedRoutine> {
      const body = withDollars(operations.accountToCard, routine);
      return transport(operations.accountToCard, {
        accessToken,
        body,
        response: nestedRoutineResult,
      });
    },

    /**
     * Pulls money from a card that the person brought into an account. Astra has to switch it on
     * for the client.
     *
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when money may be moving.
     */
    async cardToAccount({
      accessToken,
      routine,
    }: Of & { routine: CardToAccount }): Promise<NestedRoutine> {
      const body = withDollars(operations.cardToAccount, routine);
      return transport(operations.cardToAccount, {
        accessToken,
        body,
        response: nestedRoutineResult,
      });
    },

    /**
     * Moves money between two payment instruments of the partner's, at once. The token is that of
     * the partner's own business user. Astra makes no routine when it refuses the call; a call without
     * an answer may have made one all the same.
     *
     * @returns the ids of the routine and of its one transfer, whose name is assumed: without it,
     * the transfer is found by `listTransfers`.
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when money may be moving.
     */
    async book({ accessToken, routine }: Of & { routine: BookRoutine }): Promise<{
      id: string;
      transfer_id?: string | null | undefined;
    }> {
      const body = withDollars(operations.book, routine);
      return transport(operations.book, {
        accessToken,
        body,
        response: operations.book.response,
      });
    },

    /** @throws AstraNotFoundError */
    async get({ accessToken, id }: Of & { id: string }): Promise<Routine> {
      return transport(operations.get, { accessToken, params: { id }, response: routineResult });
    },

    /** All routines of a person, newest first. @param options.pageSize at most 100. */
    list({ accessToken, pageSize }: Of & { pageSize?: number }): PagedList<Routine> {
      return pagedList(operations.list, routineResult, pageSize, (page) =>
        transport(operations.list, { accessToken, ...page }),
      );
    },

    /**
     * Changes a routine; its type cannot change. The answer may lack `status` and `created`.
     *
     * @throws AstraInvalidRequestError when a field does not belong to the routine's type.
     */
    async update({
      accessToken,
      id,
      changes,
    }: Of & { id: string; changes: UpdateRoutine }): Promise<Routine> {
      return transport(operations.update, {
        accessToken,
        params: { id },
        body: withDollars(operations.update, changes),
        response: routineResult,
      });
    },

    /**
     * Ends a routine that repeats. It is not meant for one-time routines, and stops no payment that
     * has begun: cancel the transfer for that.
     *
     * @throws AstraNotFoundError
     */
    async delete({ accessToken, id }: Of & { id: string }): Promise<void> {
      return transport(operations.delete, { accessToken, params: { id }, response: noContent });
    },

    /** The transfers that a routine made, newest first. @param options.pageSize at most 100. */
    listTransfers({
      accessToken,
      id,
      pageSize,
    }: Of & { id: string; pageSize?: number }): PagedList<Transfer> {
      return pagedList(operations.listTransfers, transferResult, pageSize, (page) =>
        transport(operations.listTransfers, { accessToken, params: { id }, ...page }),
      );
    },
  };
}
