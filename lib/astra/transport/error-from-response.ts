import {
  AstraAuthenticationError,
  AstraConflictError,
  type AstraError,
  AstraInvalidRequestError,
  AstraNotFoundError,
  AstraPermissionError,
  AstraRateLimitError,
  AstraServerError,
  AstraUnexpectedResponseError,
} from '../errors';
import { type CallName, isIdempotent } from './call';
import { readErrorBody } from './error-body';
import type { Redact } from './redact';

/**
 * Statuses that prove that a call did nothing: the request was read and refused.
 *
 * 401 and 429 are not among them. Nothing in Astra's documentation says that they are decided before
 * the work is done, and something behind the endpoint may have been answered that way after a
 * payment was made. 409 may be the echo of an earlier success.
 */
const refusals = new Set([400, 403, 404, 405, 406, 410, 411, 413, 414, 415, 422, 431]);

/** Turns any answer outside 2xx into the error of its kind. Never throws. */
export function errorFromResponse(
  call: CallName,
  answer: { status: number; requestId: string | undefined; retryAfterMs: number | undefined },
  bodyText: string,
  redact: Redact,
): AstraError {
  const { status, requestId, retryAfterMs } = answer;
  const { description, code, fieldErrors } = readErrorBody(bodyText, redact);
  const isTransient = status === 408 || status === 429 || status >= 500;
  // A client that cannot prove who it is has had nothing done for it (RFC 6749, section 5.2). That
  // holds for calls that prove it; anywhere else, and with 5xx or 409, the word proves nothing.
  const isUnknownClient = status === 401 && call.auth === 'client' && code === 'invalid_client';
  const isRefusal = refusals.has(status) || isUnknownClient;
  const isRedirect = status >= 300 && status < 400;
  const words = [code, description, isRedirect ? 'redirects are not followed' : undefined]
    .filter((word) => word !== undefined)
    .join(': ');
  const details = {
    message: `${call.method} ${call.pathTemplate}: Astra answered ${status}${words && ` (${words})`}.`,
    status,
    requestId,
    description,
    code,
    ...call,
    retrySafe: isTransient && isIdempotent(call.method),
    outcomeUnknown: call.method !== 'GET' && !isRefusal,
  };
  if (status === 401) return new AstraAuthenticationError(details);
  if (status === 403) return new AstraPermissionError(details);
  if (status === 404 || status === 410) return new AstraNotFoundError(details);
  if (status === 409) return new AstraConflictError(details);
  if (status === 429) return new AstraRateLimitError({ ...details, retryAfterMs });
  if (isTransient) return new AstraServerError({ ...details, retryAfterMs });
  if (status >= 400 && refusals.has(status)) {
    return new AstraInvalidRequestError({ ...details, fieldErrors });
  }
  return new AstraUnexpectedResponseError(details);
}

/**
 * Reads `Retry-After`: seconds, or an HTTP date.
 *
 * @returns milliseconds from now, never below zero; undefined when absent or unreadable.
 */
export function readRetryAfter(header: string | null): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
