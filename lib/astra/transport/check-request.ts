import type { z } from 'zod';
import { AstraInvalidRequestError } from '../errors';

type Named = { method: string; path: string };

/**
 * Checks a request against the documented rules before it leaves.
 *
 * @throws AstraInvalidRequestError with messages by field, and without any of the values.
 */
export function checkRequest<Schema extends z.ZodType>(
  call: Named,
  schema: Schema,
  request: unknown,
): z.output<Schema> {
  const result = schema.safeParse(request);
  if (result.success) return result.data;
  const fieldErrors = new Map<string, string[]>();
  for (const issue of result.error.issues) {
    const field = issue.path.join('.') || 'request';
    fieldErrors.set(field, [...(fieldErrors.get(field) ?? []), issue.message]);
  }
  throw invalidRequest(call, Object.fromEntries(fieldErrors));
}

/** The error for a request that was never sent. */
export function invalidRequest(
  call: Named,
  fieldErrors: Record<string, string[]>,
): AstraInvalidRequestError {
  const words = Object.entries(fieldErrors).map(([field, texts]) => `${field}: ${texts.join(' ')}`);
  return new AstraInvalidRequestError({
    message: `${call.method} ${call.path}: not sent. ${words.join(' ')}`,
    method: call.method,
    pathTemplate: call.path,
    retrySafe: false,
    outcomeUnknown: false,
    fieldErrors,
  });
}
