import { z } from 'zod';
import { id } from './primitives';

/** Paths on the hosted-pages host. Source: reference, "OAuth Links and Parameters". */
export const hostedPaths = {
  authorize: '/login/oauth/authorize',
  linkCard: '/cards/connect',
} as const;

/** Sent only when true: an absent flag is how Astra spells false. */
const flag = z.literal('true').optional();

/** Hosted pages want the bare ten digits, without `+1`, although the API wants both. */
const tenDigitPhone = z.string().regex(/^\d{10}$/);

const common = {
  client_id: id,
  redirect_uri: z.url(),
  user_id: id.optional(),
  phone: tenDigitPhone.optional(),
  phone_read_only: flag,
  /** Passed through to the redirect. */
  state: z.string().optional(),
  /** Straight to the card form, one card, then on. */
  debit_direct: flag,
};

/** Query of `/login/oauth/authorize`. */
export const authorizePageQuery = z.strictObject({
  ...common,
  response_type: z.literal('code'),
  user_intent_id: id.optional(),
  /** Skips the screen that offers to add a card. */
  bypass_connect: flag,
  /** Skips the SMS code; from partner identity verification, lives one minute. */
  session_token: id.optional(),
});

/** Paths for a person with tokens whose identity check needs something more from them. */
export const verifyPaths = {
  personal: '/verify/personal',
  document: '/verify/document',
} as const;

/** Query of `/cards/connect`. */
export const linkCardPageQuery = z.strictObject(common);

/** Query of `/verify/personal` and `/verify/document`. */
export const verifyPageQuery = z.strictObject({
  client_id: common.client_id,
  redirect_uri: common.redirect_uri,
  user_id: common.user_id,
  phone: common.phone,
  phone_read_only: common.phone_read_only,
  state: common.state,
});

/**
 * Query of the redirect back. Success carries the code twice, as `authorization_code` and `code`;
 * a page that only links a card is assumed to carry `state` alone; leaving is assumed to carry
 * `error` (see `assumptions.ts`, `hostedPagesReturn`).
 */
export const redirectQuery = z.object({
  code: z.string().min(1).optional(),
  authorization_code: z.string().min(1).optional(),
  state: z.string().min(1).optional(),
  error: z.string().min(1).optional(),
  error_description: z.string().optional(),
});
