import type { z } from 'zod';
import { type createPaymentLinkRequest, paymentLink } from '../contract/assumptions/payment-links';
import { paymentLinkOperations as operations } from '../contract/payment-links';
import { readDateTime } from '../date-time';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { amountInCents, type Known, readStatus } from './read-fields';
import { type InCents, withDollars } from './send-amounts';

const linkResult = paymentLink
  .extend({ amount: amountInCents })
  .transform(({ amount, created, expires_at, status, ...rest }) => ({
    ...rest,
    status: readStatus(status),
    /** Null where Astra's is not exact cents. */
    amount_cents: amount,
    created: readDateTime(created),
    expires_at: readDateTime(expires_at),
  }));

/** A page on which somebody pays the person with a debit card. */
export type PaymentLink = Known<z.output<typeof linkResult>>;

/** What is to be paid, and onto which card or account of the person's. */
export type CreatePaymentLink = Omit<
  InCents<z.input<typeof createPaymentLinkRequest>, 'amount'>,
  'expires_at'
> & { expires_at?: Date | undefined };

type Of = { accessToken: string };

/**
 * Payment links. The whole chapter is assumed: Astra lists it and its text is not public. Ask Astra
 * before you build on it.
 *
 * Source: reference, "Payment Links" (its title). Its calls throw AstraError.
 */
export function paymentLinks(transport: Transport) {
  return {
    /**
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when the link may exist: list the links.
     */
    async create({ accessToken, link }: Of & { link: CreatePaymentLink }): Promise<PaymentLink> {
      const { expires_at, ...rest } = link;
      const body = {
        ...withDollars(operations.create, rest),
        // Null for an invalid date, which the contract refuses; `toISOString` would throw.
        ...(expires_at && { expires_at: expires_at.toJSON() }),
      };
      return transport(operations.create, { accessToken, body, response: linkResult });
    },

    /** The person's links, newest first. @param options.pageSize at most 100. */
    list({ accessToken, pageSize }: Of & { pageSize?: number }): PagedList<PaymentLink> {
      return pagedList(operations.list, linkResult, pageSize, (page) =>
        transport(operations.list, { accessToken, ...page }),
      );
    },

    /** @throws AstraNotFoundError */
    async get({ accessToken, id }: Of & { id: string }): Promise<PaymentLink> {
      return transport(operations.get, { accessToken, params: { id }, response: linkResult });
    },

    /** Ends a link that nobody has paid yet. @throws AstraInvalidRequestError when it is too late. */
    async cancel({ accessToken, id }: Of & { id: string }): Promise<PaymentLink> {
      return transport(operations.cancel, { accessToken, params: { id }, response: linkResult });
    },
  };
}
