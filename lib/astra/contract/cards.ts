import { z } from 'zod';
import { cardAuthDetails, reviewReasonsField } from './assumptions/cards';
import { listOf } from './lists';
import { openEnum } from './open-enum';
import { defineOperations } from './operation';
import { id, postalCode, usState, wireDateTime } from './primitives';

/** Only `approved` cards can move money. */
export const cardStatuses = ['approved', 'flagged', 'rejected', 'removed'] as const;

/** The object of `GET /v1/cards/{id}` and of each entry of the list. */
export const card = z.looseObject({
  id,
  status: openEnum(cardStatuses).nullish(),
  /** Separate from `status` at Astra; its values are not documented. */
  review_status: z.string().nullish(),
  card_company: z.string().nullish(),
  card_type: z.string().nullish(),
  /** `MM/YY`. */
  expiration_date: z.string().nullish(),
  first_six_digits: z.string().nullish(),
  last_four_digits: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  street_line_1: z.string().nullish(),
  street_line_2: z.string().nullish(),
  city: z.string().nullish(),
  state: z.string().nullish(),
  zip_code: z.string().nullish(),
  address_verified: z.boolean().nullish(),
  /** The issuer lets money be taken from this card. */
  pull_enabled: z.boolean().nullish(),
  /** The issuer lets money be put on this card. */
  push_enabled: z.boolean().nullish(),
  removed: z.boolean().nullish(),
  /** Codes of the review. Those that end in 0 are checks that were passed. */
  [reviewReasonsField]: z.array(z.string()).nullish(),
  created: wireDateTime.nullish(),
});

/** 200 of `GET /v1/cards`. */
export const cardList = listOf('cards', card);

/** JSON body of `POST /v1/cards`, accepted on the secure host only. */
export const createCardRequest = z.strictObject({
  card_number: z.string().regex(/^\d{12,19}$/, 'Twelve to 19 digits, without blanks.'),
  card_security_code: z.string().regex(/^\d{3,4}$/, 'Three or four digits.'),
  expiration_date: z.string().regex(/^(0[1-9]|1[012])\/\d{2}$/, 'Month and year, such as 04/29.'),
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  street_line_1: z.string().min(1),
  street_line_2: z.string().optional(),
  city: z.string().min(1),
  state: usState,
  zip_code: postalCode,
  /** True for a card that the person brings; false (Astra's default) for one the client issued. */
  added_by_user: z.boolean().optional(),
});

/**
 * What a BIN look-up is given: six or eight digits. Never more: a whole number of a card must not
 * stand in an address, which every server on the way writes down.
 */
export const binDigits = z.string().regex(/^(\d{6}|\d{8})$/, 'Six digits or eight.');

/** 200 of `GET /v1/bins/{bin}`: what the first digits of a card number tell. */
export const bin = z.looseObject({
  bin: z.string(),
  card_brand: z.string().nullish(),
  card_type: z.string().nullish(),
  interchange_category: z.string().nullish(),
  issuer_name: z.string().nullish(),
  settlement_network: z.string().nullish(),
});

const byUser = { host: 'api', auth: 'user' } as const;

/** Source: reference, "Cards". */
export const cardOperations = defineOperations({
  getBin: {
    method: 'GET',
    path: '/v1/bins/{bin}',
    host: 'api',
    auth: 'client',
    status: 200,
    response: bin,
    page: 'Get Card BIN Information',
  },
  list: {
    ...byUser,
    method: 'GET',
    path: '/v1/cards',
    plural: 'cards',
    status: 200,
    response: cardList,
    page: 'List Cards',
  },
  create: {
    ...byUser,
    host: 'secure',
    method: 'POST',
    path: '/v1/cards',
    json: createCardRequest,
    status: 200,
    response: card,
    page: 'Create Card',
  },
  get: {
    ...byUser,
    method: 'GET',
    path: '/v1/cards/{id}',
    status: 200,
    response: card,
    page: 'Get Card',
  },
  delete: {
    ...byUser,
    method: 'DELETE',
    path: '/v1/cards/{id}',
    status: 200,
    response: null,
    page: 'Delete a Card',
  },
  authDetails: {
    ...byUser,
    method: 'GET',
    path: '/v1/cards/{id}/auth_details',
    status: 200,
    response: cardAuthDetails,
    page: 'Get Smart Card Authorization by Card ID',
    isAssumed: true,
  },
});
