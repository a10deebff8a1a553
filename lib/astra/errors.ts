/** What every error of this client knows. Nothing in it is secret: it may be logged as it is. */
export type AstraErrorDetails = {
  /** One sentence for a developer; holds Astra's own words where it sent some, secrets removed. */
  message: string;
  /** HTTP status, when Astra answered. */
  status?: number | undefined;
  /** Astra's `request-id`: what its support asks for. */
  requestId?: string | undefined;
  /** Astra's own sentence about what went wrong, secrets removed. Written for developers. */
  description?: string | undefined;
  /** The OAuth error code (`invalid_grant`), when the answer has one. */
  code?: string | undefined;
  method: string;
  /** The path without its ids: `/v1/cards/{id}`. */
  pathTemplate: string;
  /**
   * Sending the very same call again may help, and leaves Astra as one call would: it never reached
   * Astra, or it reads, deletes by id, or sets fields to given values. Never true of a call that
   * makes something and may have made it.
   */
  retrySafe: boolean;
  /**
   * The call may have taken effect although it failed. False only when the failure proves that
   * nothing happened.
   *
   * With `retrySafe: false` a payment may exist: look it up at Astra before anything else, and never
   * answer this with a second attempt. With `retrySafe: true` (a DELETE or a PUT) the change may
   * have been made, and making it once more, or reading the resource, settles which.
   */
  outcomeUnknown: boolean;
};

/**
 * The kinds of error as words, for logs and for `switch`: one for each class below. The first seven
 * follow the status of an answer (source: reference, "Errors"); `timeout`, `connection` and
 * `unexpected_response` are this client's words for answers that never came or cannot be read.
 */
export type AstraErrorKind =
  | 'invalid_request'
  | 'authentication'
  | 'permission'
  | 'not_found'
  | 'conflict'
  | 'rate_limit'
  | 'server'
  | 'timeout'
  | 'connection'
  | 'unexpected_response';

/**
 * The base of every error that this client throws, so that one `instanceof` catches them all.
 *
 * The names are written out in each class, because minifiers shorten those of the classes.
 */
export abstract class AstraError extends Error {
  abstract readonly kind: AstraErrorKind;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly description: string | undefined;
  readonly code: string | undefined;
  readonly method: string;
  readonly pathTemplate: string;
  readonly retrySafe: boolean;
  readonly outcomeUnknown: boolean;

  constructor(details: AstraErrorDetails) {
    super(details.message);
    this.status = details.status;
    this.requestId = details.requestId;
    this.description = details.description;
    this.code = details.code;
    this.method = details.method;
    this.pathTemplate = details.pathTemplate;
    this.retrySafe = details.retrySafe;
    this.outcomeUnknown = details.outcomeUnknown;
  }

  /** `JSON.stringify` leaves out an error's message by default; a log line wants it. */
  toJSON(): object {
    return Object.assign({}, this, { name: this.name, message: this.message });
  }
}

/** The request breaks a rule: 400 and its like, or found by this client before sending. */
export class AstraInvalidRequestError extends AstraError {
  readonly kind = 'invalid_request';
  static {
    this.prototype.name = 'AstraInvalidRequestError';
  }
  /** Messages by field, in Astra's spelling of the field. Empty when Astra named none. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;

  constructor(
    details: AstraErrorDetails & { fieldErrors?: Readonly<Record<string, readonly string[]>> },
  ) {
    super(details);
    this.fieldErrors = details.fieldErrors ?? {};
  }
}

/** 401: the token or the client's credentials are not accepted. */
export class AstraAuthenticationError extends AstraError {
  readonly kind = 'authentication';
  static {
    this.prototype.name = 'AstraAuthenticationError';
  }
}

/** 403: not allowed; on a new user intent, the person was screened and refused. */
export class AstraPermissionError extends AstraError {
  readonly kind = 'permission';
  static {
    this.prototype.name = 'AstraPermissionError';
  }
}

/** 404 or 410. */
export class AstraNotFoundError extends AstraError {
  readonly kind = 'not_found';
  static {
    this.prototype.name = 'AstraNotFoundError';
  }
}

/** 409. */
export class AstraConflictError extends AstraError {
  readonly kind = 'conflict';
  static {
    this.prototype.name = 'AstraConflictError';
  }
}

type RetryAfter = { retryAfterMs?: number | undefined };

/** 429: too many calls. */
export class AstraRateLimitError extends AstraError {
  readonly kind = 'rate_limit';
  static {
    this.prototype.name = 'AstraRateLimitError';
  }
  /** How long Astra asks to wait, when it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(details: AstraErrorDetails & RetryAfter) {
    super(details);
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** 5xx or 408: Astra, or something in front of it, failed. */
export class AstraServerError extends AstraError {
  readonly kind = 'server';
  static {
    this.prototype.name = 'AstraServerError';
  }
  /** How long Astra asks to wait, when it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(details: AstraErrorDetails & RetryAfter) {
    super(details);
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** No complete answer, headers and body, came in time. */
export class AstraTimeoutError extends AstraError {
  readonly kind = 'timeout';
  static {
    this.prototype.name = 'AstraTimeoutError';
  }
}

/** The connection could not be opened, or broke before the answer was complete. */
export class AstraConnectionError extends AstraError {
  readonly kind = 'connection';
  static {
    this.prototype.name = 'AstraConnectionError';
  }
}

/** An answer that is none of Astra's: a redirect, a page, no JSON, a field of the wrong type. */
export class AstraUnexpectedResponseError extends AstraError {
  readonly kind = 'unexpected_response';
  static {
    this.prototype.name = 'AstraUnexpectedResponseError';
  }
}
