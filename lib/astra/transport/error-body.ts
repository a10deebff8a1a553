import { z } from 'zod';
import type { Redact } from './redact';

/** What an error body tells, whichever of the documented shapes it has, or none. */
export type ErrorBody = {
  description: string | undefined;
  code: string | undefined;
  fieldErrors: Record<string, string[]>;
};

/**
 * The three documented shapes laid over one another, each field by itself optional and each allowed
 * to be wrong: an error body is read for what it is worth, and never becomes an error of its own.
 */
const anyErrorBody = z.object({
  description: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  errors: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

/** OAuth codes are words; anything longer is somebody's sentence and not a code. */
const oauthCode = /^[a-z][a-z0-9_]{0,63}$/;

const mostFields = 50;
const mostMessages = 10;

/** Reads an error body: generic, validation, OAuth, or something that is none of them. */
export function readErrorBody(text: string, redact: Redact): ErrorBody {
  const parsed = anyErrorBody.safeParse(parseJson(text));
  if (!parsed.success) return { description: undefined, code: undefined, fieldErrors: {} };
  const { error, errors = {}, ...words } = parsed.data;
  const code = error && oauthCode.test(error) ? error : undefined;
  const sentence =
    words.description ?? words.error_description ?? words.message ?? (code ? undefined : error);
  const fields = Object.entries(errors)
    .slice(0, mostFields)
    .map(([field, value]) => [redact(field), messagesIn(value).map(redact)] as const)
    .filter(([, messages]) => messages.length > 0);
  return {
    description: sentence ? redact(sentence) : undefined,
    code: code ? redact(code) : undefined,
    fieldErrors: Object.fromEntries(fields),
  };
}

/** A field's messages come as a list; a single text and a list of anything are read as well. */
function messagesIn(value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value) ? value : [value];
  return entries.filter((entry) => typeof entry === 'string').slice(0, mostMessages);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
