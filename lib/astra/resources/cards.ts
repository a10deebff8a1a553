import type { z } from 'zod';
import { card, createCardRequest } from '../contract/cards';
import { readDateTime } from '../date-time';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { noContent } from '../transport/call';
import { checkRequest } from '../transport/check-request';
import type { Known } from './read-fields';

const cardResult = card.transform(({ created, ...rest }) => ({
  ...rest,
  created: readDateTime(created),
}));

/** A debit card. It can pay when `pull_enabled` and receive when `push_enabled`. */
export type AstraCard = Known<z.output<typeof cardResult>>;

/** A card's full number and its holder's name and billing address. Store none of the numbers. */
export type CreateCard = z.input<typeof createCardRequest>;

type Of = { accessToken: string };

const collection = '/v1/cards';
const one = `${collection}/{id}` as const;

/** A person's debit cards. */
export function cards(transport: Transport) {
  return {
    /** All cards of a person, newest first. @param options.pageSize at most 100. */
    list({ accessToken, pageSize }: Of & { pageSize?: number }): PagedList<AstraCard> {
      return pagedList(transport, {
        path: collection,
        auth: { accessToken },
        plural: 'cards',
        item: cardResult,
        pageSize,
      });
    },

    /** @throws AstraNotFoundError */
    async get({ accessToken, id }: Of & { id: string }): Promise<AstraCard> {
      return transport({
        method: 'GET',
        path: one,
        params: { id },
        auth: { accessToken },
        response: cardResult,
      });
    },

    /**
     * Adds a card by its number, on Astra's secure host. Whoever does this is in scope of PCI DSS;
     * the hosted page is the way without.
     *
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when the card may have been added: list the cards.
     */
    async create({ accessToken, card: input }: Of & { card: CreateCard }): Promise<AstraCard> {
      const call = { method: 'POST', path: collection } as const;
      const json = checkRequest(call, createCardRequest, input);
      return transport({
        ...call,
        host: 'secure',
        auth: { accessToken },
        body: { json },
        response: cardResult,
      });
    },

    /**
     * Removes a card that this client added.
     *
     * @throws AstraError when active routines or pending transfers still use it.
     */
    async delete({ accessToken, id }: Of & { id: string }): Promise<void> {
      return transport({
        method: 'DELETE',
        path: one,
        params: { id },
        auth: { accessToken },
        response: noContent,
      });
    },
  };
}
