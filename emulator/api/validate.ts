import type { z } from 'zod';
import { assumptions } from '../contract';
import type { Request } from '../server/messages';
import { Problem } from '../server/problem';

/** Field names with what is wrong with each. */
export type FieldErrors = Record<string, string[]>;

/**
 * The JSON body of a request.
 *
 * @throws Problem 400, a generic error when it is no JSON object, else one that names the fields
 */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
  strict: boolean,
): z.output<Schema> {
  return parseFields(schema, parseJson(request), strict);
}

/**
 * @param strict whether an unknown field is an error, or is left out
 * @throws Problem 400 naming the wrong fields
 */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  strict: boolean,
): z.output<Schema> {
  const result = checkFields(schema, value, strict);
  if (result.success) return result.data;
  throw invalidFields(fieldErrors(result.error, value));
}

/** As the schema sees it; unless `strict`, fields that it does not know are left out. */
export function checkFields<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  strict: boolean,
): z.ZodSafeParseResult<z.output<Schema>> {
  const result = schema.safeParse(value);
  if (result.success || strict) return result;
  const known = withoutUnknown(value, result.error.issues);
  return known === undefined ? result : schema.safeParse(known);
}

/** The refusal of a request over its fields. */
export function invalidFields(errors: FieldErrors): Problem {
  const { status, name } = assumptions.validationErrors;
  const description = Object.entries(errors)
    .map(([field, texts]) => `${field}: ${texts.join(' ')}`)
    .join(' ');
  return new Problem(status, description, {
    body: { status_code: status, code: status, name, description, errors },
  });
}

/** One entry per wrong field; an unknown field is an error of its own. */
export function fieldErrors(error: z.ZodError, value: unknown): FieldErrors {
  // No plain object: a field may be called `constructor`.
  const errors = new Map<string, string[]>();
  const add = (field: string, text: string) => {
    errors.set(field, [...(errors.get(field) ?? []), text]);
  };
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add(key, 'Unknown field.');
      continue;
    }
    const field = issue.path.map(String).join('.') || 'body';
    const given = issue.path.reduce<unknown>((object, key) => memberOf(object, key), value);
    if (given === undefined) add(field, 'Missing data for required field.');
    else if (given === null) add(field, 'Field may not be null.');
    else if (issue.code === 'invalid_format' && issue.format === 'regex') {
      add(field, `String does not match expected pattern ${issue.pattern ?? ''}.`);
    } else add(field, issue.message);
  }
  return Object.fromEntries(errors);
}

/** A copy without the fields that only the issues say are unknown; `undefined` when there are none. */
function withoutUnknown(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(value);
  let isChanged = false;
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = issue.path.reduce<unknown>((object, key) => memberOf(object, key), copy);
    if (typeof holder !== 'object' || holder === null) continue;
    for (const key of issue.keys) isChanged = Reflect.deleteProperty(holder, key) || isChanged;
  }
  return isChanged ? copy : undefined;
}

function memberOf(object: unknown, key: PropertyKey): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}

function parseJson(request: Request): unknown {
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Falls through to the refusal below.
  }
  throw new Problem(400, 'The request body must be a JSON object.');
}
