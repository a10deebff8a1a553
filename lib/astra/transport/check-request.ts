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
    const field = issue.path.map(shownKey).join('.') || 'request';
    fieldErrors.set(field, [...(fieldErrors.get(field) ?? []), messageOf(issue)]);
  }
  throw invalidRequest(call, Object.fromEntries(fieldErrors));
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  return `No such field: ${issue.keys.map(shownKey).join(', ')}.`;
}

/**
 * Keys may be values too: metadata has any, and a mistake puts a token where a name belongs. Only what
 * looks like the name of a field is repeated.
 */
function shownKey(key: PropertyKey): string {
  if (typeof key === 'number') return String(key);
  const isName =
    typeof key === 'string' && key.length <= 40 && /^[a-z]+([_A-Z][a-z]+)*(_?\d)?$/.test(key);
  return isName ? key : '(another name)';
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
