import { z } from 'zod';
import { listOf } from './lists';
import { openEnum } from './open-enum';
import { id, wireDateTime } from './primitives';

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
  created: wireDateTime.nullish(),
});

export const cardList = listOf('cards', card);

/** JSON body of `POST /v1/cards`, accepted on the secure host only. */
export const createCardRequest = z.strictObject({
  card_number: z.string().regex(/^\d{12,19}$/),
  card_security_code: z.string().regex(/^\d{3,4}$/),
  expiration_date: z.string().regex(/^(0[1-9]|1[012])\/\d{2}$/),
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  street_line_1: z.string().min(1),
  street_line_2: z.string().optional(),
  city: z.string().min(1),
  state: z.string().regex(/^[A-Z]{2}$/),
  zip_code: z.string().regex(/^\d{5}$/),
  /** True for a card that the person brings; false (Astra's default) for one the client issued. */
  added_by_user: z.boolean().optional(),
});
