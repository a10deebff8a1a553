import type { z } from 'zod';
import {
  AstraConnectionError,
  type AstraError,
  AstraTimeoutError,
  AstraUnexpectedResponseError,
} from '../errors';
import type { Attempt, Head } from './attempt';
import { type CallName, isIdempotent } from './call';
import { failureCode, neverConnected } from './connection-failure';
import { errorFromResponse } from './error-from-response';
import type { Redact } from './redact';

/** A result, or the error that says what is known about the call. */
export type Reading<Output> = { output: Output } | { error: AstraError };

/** Makes a result or a typed error of an attempt. Never throws. */
export function readAttempt<Output>(
  call: CallName,
  attempt: Attempt,
  schema: z.ZodType<Output>,
  redact: Redact,
): Reading<Output> {
  if (attempt.ended !== 'answer') return { error: errorWithoutAnswer(call, attempt) };
  const { head, body } = attempt;
  if (head.status < 200 || head.status > 299) {
    return { error: errorFromResponse(call, head, body, redact) };
  }
  const json = parseJson(body);
  // A page with 200 in front of it (a login, a captive portal) is nobody's success.
  if (json === undefined && body.trim() !== '') {
    return { error: unexpected(call, head, 'that is not JSON') };
  }
  const result = schema.safeParse(json);
  if (result.success) return { output: result.data };
  if (json === undefined) return { error: unexpected(call, head, 'without anything in it') };
  const fields = result.error.issues.map((issue) => redact(issue.path.join('.')) || 'the whole');
  return { error: unexpected(call, head, `that cannot be read (${fields.join(', ')})`) };
}

function errorWithoutAnswer(
  call: CallName,
  attempt: Exclude<Attempt, { ended: 'answer' }>,
): AstraError {
  const { ended, head, error } = attempt;
  if (ended === 'unreadable') {
    return unexpected(call, head, 'that is too large or is not text');
  }
  const neverSent = head === undefined && ended === 'connection' && neverConnected(error);
  const code = failureCode(error);
  const what =
    ended === 'timeout'
      ? 'no complete answer came in time'
      : `the connection ${neverSent ? 'could not be opened' : 'broke'}${code ? ` (${code})` : ''}`;
  const details = {
    message: `${call.method} ${call.pathTemplate}: ${what}.`,
    status: head?.status,
    requestId: head?.requestId,
    ...call,
    retrySafe: neverSent || isIdempotent(call.method),
    outcomeUnknown: call.method !== 'GET' && !neverSent,
  };
  return ended === 'timeout' ? new AstraTimeoutError(details) : new AstraConnectionError(details);
}

/** The answer was no error and no result either: whatever the call was to do may be done. */
function unexpected(
  call: CallName,
  head: Head | undefined,
  what: string,
): AstraUnexpectedResponseError {
  return new AstraUnexpectedResponseError({
    message: `${call.method} ${call.pathTemplate}: Astra sent an answer ${what}.`,
    status: head?.status,
    requestId: head?.requestId,
    ...call,
    retrySafe: false,
    outcomeUnknown: call.method !== 'GET',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
