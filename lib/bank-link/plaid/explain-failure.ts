import { z } from 'zod';
import { BankLinkError, type BankLinkFailure } from '../provider';
import { refusal } from './answers';

/** The part of axios's error that is read. The rest holds our secret, tokens and the answer. */
const answered = z.object({ response: z.object({ status: z.number(), data: z.unknown() }) });

/** Kinds of error that pass by themselves. */
const passing = new Set(['RATE_LIMIT_EXCEEDED', 'API_ERROR', 'INSTITUTION_ERROR']);

/**
 * Turns what the `plaid` package throws into an error that may be logged. The original is not kept
 * as its cause: it carries the secret in its headers and tokens in its bodies.
 *
 * @param what the call, in words.
 */
export function explainFailure(error: unknown, what: string): BankLinkError {
  const answer = answered.safeParse(error);
  if (!answer.success) return new BankLinkError('unavailable', what);
  const { status, data } = answer.data.response;
  const said = refusal.safeParse(data);
  if (!said.success) return new BankLinkError(isPassing(status) ? 'unavailable' : 'refused', what);
  const { error_code: code, error_type: type, request_id: requestId = null } = said.data;
  return new BankLinkError(failureOf(status, type, code), what, { code, requestId });
}

function failureOf(status: number, type: string, code: string): BankLinkFailure {
  if (code === 'INVALID_PUBLIC_TOKEN') return 'used';
  return isPassing(status) || passing.has(type) ? 'unavailable' : 'refused';
}

function isPassing(status: number): boolean {
  return status >= 500 || status === 429;
}
