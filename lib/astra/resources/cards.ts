import { z } from 'zod';
import type { cardAuthDetails } from '../contract/assumptions/cards';
import {
  type bin,
  binDigits,
  card,
  type createCardRequest,
  cardOperations as operations,
} from '../contract/cards';
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

/** What the first digits of a card's number tell about it. */
export type Bin = Known<z.output<typeof bin>>;

/** Astra's assessment of a card. */
export type CardAuthDetails = Known<z.output<typeof cardAuthDetails>>;

type Of = { accessToken: string };

/**
 * A person's debit cards.
 *
 * Source: reference, "Cards". Its calls throw AstraError.
 */
export function cards(transport: Transport) {
  return {
    /**
     * What a card's first six or eight digits tell: brand, issuer, debit or credit.
     *
     * @throws AstraInvalidRequestError for any other number of digits, before they are sent.
     * @throws AstraNotFoundError for digits that Astra does not know.
     */
    async getBin(digits: string): Promise<Bin> {
      const { getBin } = operations;
      const params = checkRequest(getBin, z.object({ bin: binDigits }), { bin: digits });
      return transport(getBin, { params, response: getBin.response });
    },

    /** All cards of a person, newest first. @param options.pageSize at most 100. */
    list({ accessToken, pageSize }: Of & { pageSize?: number }): PagedList<AstraCard> {
      return pagedList(operations.list, cardResult, pageSize, (page) =>
        transport(operations.list, { accessToken, ...page }),
      );
    },

    /** @throws AstraNotFoundError */
    async get({ accessToken, id }: Of & { id: string }): Promise<AstraCard> {
      return transport(operations.get, { accessToken, params: { id }, response: cardResult });
    },

    /**
     * Adds a card by its number, on Astra's secure host. Whoever does this is in scope of PCI DSS;
     * the hosted page is the way without.
     *
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when the card may have been added: list the cards.
     */
    async create({ accessToken, card: body }: Of & { card: CreateCard }): Promise<AstraCard> {
      return transport(operations.create, { accessToken, body, response: cardResult });
    },

    /**
     * Removes a card that this client added.
     *
     * @throws AstraError when active routines or pending transfers still use it.
     */
    async delete({ accessToken, id }: Of & { id: string }): Promise<void> {
      return transport(operations.delete, { accessToken, params: { id }, response: noContent });
    },

    /**
     * Smart card authorization: Astra's view of the risk. Needs to be switched on for the client;
     * the names of the fields are assumed.
     *
     * @throws AstraNotFoundError
     */
    async authDetails({ accessToken, id }: Of & { id: string }): Promise<CardAuthDetails> {
      const { response } = operations.authDetails;
      return transport(operations.authDetails, { accessToken, params: { id }, response });
    },
  };
}
