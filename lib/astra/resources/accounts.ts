import type { z } from 'zod';
import type { Settings } from '../config';
import {
  account,
  type createAccountByProcessorTokenRequest,
  type createAccountRequest,
  accountOperations as operations,
} from '../contract/accounts';
import { customerEventSignatureHeader } from '../contract/assumptions';
import type { instantPaymentEligibility } from '../contract/assumptions/accounts';
import { readDateTime } from '../date-time';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { noContent } from '../transport/call';
import { type Known, signedAmountInCents } from './read-fields';

const accountResult = account
  .extend({ current_balance: signedAmountInCents, available_balance: signedAmountInCents })
  .transform(({ current_balance, available_balance, last_balance_update_on, ...rest }) => ({
    ...rest,
    /** Null for accounts that no bank tells about. May be below zero. */
    current_balance_cents: current_balance,
    available_balance_cents: available_balance,
    last_balance_update_on: readDateTime(last_balance_update_on),
  }));

/** A bank account. `connection_status: 'error'` asks for the person to connect it again. */
export type AstraAccount = Known<z.output<typeof accountResult>>;

/** An account by its numbers. Store none of them. */
export type CreateAccount = z.input<typeof createAccountRequest>;

/** An account that the person picked in Plaid. */
export type CreateAccountByProcessorToken = z.input<typeof createAccountByProcessorTokenRequest>;

/** Which instant networks an account can be paid over. */
export type InstantPaymentEligibility = Known<z.output<typeof instantPaymentEligibility>>;

type Of = { accessToken: string };

/**
 * A person's bank accounts.
 *
 * Source: reference, "Accounts" and "Instant Payment Eligibility". Its calls throw AstraError.
 */
export function accounts(transport: Transport, { sign }: Settings) {
  return {
    /** All accounts of a person, newest first. @param options.pageSize at most 100. */
    list({ accessToken, pageSize }: Of & { pageSize?: number }): PagedList<AstraAccount> {
      return pagedList(operations.list, accountResult, pageSize, (page) =>
        transport(operations.list, { accessToken, ...page }),
      );
    },

    /** @throws AstraNotFoundError */
    async get({ accessToken, id }: Of & { id: string }): Promise<AstraAccount> {
      return transport(operations.get, { accessToken, params: { id }, response: accountResult });
    },

    /** @throws AstraNotFoundError */
    async delete({ accessToken, id }: Of & { id: string }): Promise<void> {
      return transport(operations.delete, { accessToken, params: { id }, response: noContent });
    },

    /**
     * Adds an account by its numbers, on Astra's secure host. The answer has no balances: no bank
     * tells Astra about this account, so for outgoing ACH Astra asks the partner (see
     * `answerBalance`).
     *
     * @param options.account.account_number 7 to 17 digits; shorter ones get zeros in front
     * (`padAccountNumber`).
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when it may have been added: list the accounts.
     */
    async create({ accessToken, account: body }: Of & { account: CreateAccount }) {
      return transport(operations.create, { accessToken, body, response: accountResult });
    },

    /**
     * Adds an account that the person picked in Plaid. A person cannot add the same one twice.
     *
     * @returns Astra's ids of the account and of its bank.
     * @throws AstraInvalidRequestError also for an account that exists already.
     * @throws AstraError with `outcomeUnknown` when it may have been added: list the accounts.
     */
    async createByProcessorToken({
      accessToken,
      ...body
    }: Of & CreateAccountByProcessorToken): Promise<{
      id: string;
      institution_id?: string | null | undefined;
    }> {
      const { response } = operations.createByProcessorToken;
      return transport(operations.createByProcessorToken, { accessToken, body, response });
    },

    /**
     * Tells Astra that the balance of an account made by number has changed; Astra then asks our
     * balance endpoint. May be sent again: it says nothing but "look".
     */
    async sendBalanceUpdate({
      accountId,
      institutionId,
    }: {
      accountId: string;
      institutionId: string;
    }): Promise<void> {
      return transport(operations.sendCustomerEvent, {
        body: {
          institution_id: institutionId,
          resource_id: accountId,
          event_type: 'balance_update',
        },
        sign: (body) => ({ [customerEventSignatureHeader]: sign(body) }),
        response: noContent,
      });
    },

    /**
     * Whether the bank behind a routing number takes instant payments (RTP, FedNow).
     *
     * @throws AstraInvalidRequestError when it is not nine digits.
     */
    async instantPaymentEligibility(routingNumber: string): Promise<InstantPaymentEligibility> {
      const operation = operations.instantPaymentEligibility;
      const { response } = operation;
      return transport(operation, { query: { routing_number: routingNumber }, response });
    },
  };
}
