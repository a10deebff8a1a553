/** Gap: the parameters and fields of paged lists. Modelled on Astra's own transactions endpoint. */
export const pagination = {
  cursorParameter: 'cursor',
  sizeParameter: 'batch_size',
  defaultSize: 50,
  maximumSize: 100,
} as const;

/** Gap: how a rate-limited answer says when to come back. */
export const rateLimit = { status: 429, retryAfterHeader: 'retry-after' } as const;

/** Gap: status and words of token errors. RFC 6749's are assumed. */
export const tokenErrors = {
  invalidGrant: { status: 400, error: 'invalid_grant' },
  invalidClient: { status: 401, error: 'invalid_client' },
  unsupportedGrantType: { status: 400, error: 'unsupported_grant_type' },
} as const;

/** Gap: the whole body of a validation error. Assumed to be both documented shapes at once. */
export const validationErrors = { status: 400, name: 'Bad Request' } as const;

/** Gap: what a missing or expired bearer token gets. */
export const badBearer = {
  status: 401,
  name: 'Unauthorized',
  description: 'Token Authorization Required',
} as const;

/**
 * Gap: whether the secure host lets the partner's pages call it from a browser (CORS). Assumed: yes,
 * from the origins of the client's redirect URIs, with these, and the page may read the request's id.
 */
export const secureHostCors = {
  methods: ['POST'],
  requestHeaders: ['authorization', 'content-type'],
  exposedHeaders: ['request-id'],
  preflightSeconds: 600,
} as const;

/** Gap: "several minutes". Single use is assumed as well. */
export const authorizationCodeLifetimeMs = 5 * 60_000;

/** Gap: the answer to the fourth intent of one e-mail address. The limit itself is documented. */
export const intentLimit = { perEmail: 3, status: 400 } as const;

/** Medium confidence: an access token lives two hours, and a new one ends the old one. */
export const accessTokenLifetimeMs = 2 * 60 * 60_000;

/**
 * Low to medium confidence: a refresh token lives ten days, may be used again until then, and every
 * refresh hands out another. Nothing in the app relies on the reuse.
 */
export const refreshTokenLifetimeMs = 10 * 24 * 60 * 60_000;

/** Gap: how the hosted pages return when the person leaves, or when no code is due. */
export const hostedPagesReturn = { leftError: 'access_denied' } as const;

/** Gap: for how long a list may not show yet what was just created. Assumed to be at most this. */
export const listLagMs = 45_000;

/** Gap: the words in `failure_reason`. The emulator uses these; the app explains these in words. */
export const failureReasons = [
  'insufficient_funds',
  'card_declined',
  'account_closed',
  'limit_exceeded',
  'network_unavailable',
] as const;

/**
 * Documented: ten retries after the first attempt, each wait twice the one before, within about five
 * hours. Inferred: the first wait, so that all ten of them fill five hours.
 */
export const webhookDelivery = {
  retries: 10,
  firstRetryMs: 17_600,
  timeoutMs: 10_000,
  successStatus: 200,
} as const;

/** Gap: what a refused cancellation answers. */
export const refusedCancel = { status: 400 } as const;

/** Gap: what an ACH return does to a `processed` transfer: `failed`, with a reason like `R01`. */
export const achReturnReason = /^R\d{2}$/;

/**
 * Gap: how the balance nudge is signed. The header's name is from one copy of the documentation;
 * hex HMAC-SHA256 over the body, keyed with the client secret, is assumed, and Basic beside it.
 */
export const customerEventSignatureHeader = 'x-daylight-signature';

/**
 * Gap: what Astra signs when it asks the partner for a balance. The two headers are documented, with
 * hex HMAC-SHA256; the account's id as the message is assumed. A newer page has Basic instead.
 */
export const balanceRequestHeaders = {
  signature: 'astra-key-signature',
  publicKey: 'astra-public-key',
} as const;

/** Documented; that the token dies with its first use as well. */
export const sessionTokenLifetimeMs = 60_000;

/** Documented limits of a person's changes. */
export const changeLimits = {
  phonePerDays: { changes: 1, days: 30 },
  addressPerDays: { changes: 2, days: 120 },
  /** The third within this time is allowed and lowers the capabilities. */
  emailPerDays: { changes: 2, days: 365 },
  businessProfilesPerPhone: 3,
} as const;
