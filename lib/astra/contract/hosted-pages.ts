import { z } from 'zod';
import { hostedGaps } from './assumptions/hosted-pages';
import { id } from './primitives';

/** Paths on the hosted-pages host. Source: reference, "OAuth Links and Parameters". */
export const hostedPaths = {
  authorize: '/login/oauth/authorize',
  linkCard: '/cards/connect',
  linkAccount: '/institutions/connect',
  cards: '/cards',
  verifyCard: hostedGaps.verifyCardPath,
} as const;

/** Paths for somebody with tokens whose identity check needs something more from them. */
export const verifyPaths = {
  personal: '/verify/personal',
  document: '/verify/document',
  business: '/verify/business',
} as const;

/** Sent only when true: an absent flag is how Astra spells false. */
const flag = z.literal('true').optional();

/** Hosted pages want the bare ten digits, without `+1`, although the API wants both. */
const tenDigitPhone = z
  .string()
  .regex(/^\d{10}$/, 'A phone number is ten digits here, or spelled +15557771234.');

const common = {
  client_id: id,
  redirect_uri: z.url(),
  user_id: id.optional(),
  phone: tenDigitPhone.optional(),
  phone_read_only: flag,
  /** Passed through to the redirect. An empty one would tie it to nobody. */
  state: z
    .string()
    .min(1, 'The state must be random, and tied to the person’s session.')
    .optional(),
};

/** Straight to the card form, one card, then on. */
const debitDirect = { debit_direct: flag };

/** Query of `/login/oauth/authorize`. */
export const authorizePageQuery = z.strictObject({
  ...common,
  ...debitDirect,
  response_type: z.literal('code'),
  user_intent_id: id.optional(),
  /** The form for businesses. */
  business: flag,
  /** Fills that form in. */
  business_profile_id: id.optional(),
  /** An older edition wanted it beside the intent's id. */
  email: z.email().optional(),
  /** Skips the screen that offers to add a card. */
  bypass_connect: flag,
  /** Skips the SMS code; from partner identity verification, lives one minute. */
  session_token: id.optional(),
});

/** Query of `/cards/connect`. */
export const linkCardPageQuery = z.strictObject({ ...common, ...debitDirect });

/**
 * Query of `/verify/personal` and `/verify/document`. The intent's id stands in Astra's table; its
 * guide sends people with a token there alone, who need none.
 */
export const verifyPageQuery = z.strictObject({ ...common, user_intent_id: id.optional() });

/** Query of `/verify/business` and `/cards`. */
export const plainPageQuery = z.strictObject(common);

/** Query of `/institutions/connect`. */
export const linkAccountPageQuery = z.strictObject({
  ...common,
  /** An account whose connection broke. */
  [hostedGaps.reconnectParameter]: id.optional(),
});

/** Query of the page that verifies a card. */
export const verifyCardPageQuery = z.strictObject({
  ...common,
  [hostedGaps.verifyCardParameter]: id,
});

/**
 * Query of the redirect back. Success carries the code twice, as `authorization_code` and `code`;
 * a page that only links a card is assumed to carry `state` alone; leaving is assumed to carry
 * `error` (see `hostedPagesReturn` in `assumptions/`).
 */
export const redirectQuery = z.object({
  code: z.string().min(1).optional(),
  authorization_code: z.string().min(1).optional(),
  state: z.string().min(1).optional(),
  error: z.string().min(1).optional(),
  error_description: z.string().optional(),
});
