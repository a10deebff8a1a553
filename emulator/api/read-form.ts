import type { z } from 'zod';
import { assumptions } from '../contract';
import type { Request } from '../server/messages';
import { Problem } from '../server/problem';
import { checkFields, fieldErrors } from './validate';

const { tokenErrors } = assumptions;

/** The form body of a token endpoint. @throws Problem 400 as OAuth spells it */
export function readForm(schema: z.ZodType, request: Request, strict: boolean): unknown {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw oauthRefusal(invalidRequest, 'The body must be form-encoded.');
  }
  const fields = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
  const result = checkFields(schema, fields, strict);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error, fields);
  const description = Object.entries(errors)
    .map(([field, texts]) => `${field}: ${texts.join(' ')}`)
    .join(' ');
  const isGrantWrong = 'grant_type' in errors;
  throw oauthRefusal(isGrantWrong ? tokenErrors.unsupportedGrantType : invalidRequest, description);
}

/** A refusal in the form of the token endpoints. */
export function oauthRefusal(
  { status, error }: { status: number; error: string },
  description: string,
): Problem {
  return new Problem(status, description, {
    body: { error, error_description: description },
    headers: { 'cache-control': 'no-store' },
  });
}

const invalidRequest = { status: 400, error: 'invalid_request' };
