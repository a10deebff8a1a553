import { z } from 'zod';
import { strictFormat } from './documented-formats';
import { type Remarks, remarks } from './documented-remarks';
import type { Operation } from './operation';

/** Where there is nothing more to show, `cursor` and `more` are left out. */
const ofLists: Remarks = { mayBeAbsent: ['cursor', 'more'] };

const made = new WeakMap<z.ZodType, z.ZodType>();

/**
 * A success as it is documented: every key that Astra prints is there, in its own format.
 *
 * The client reads with the lenient `response`, so that a field less never hides a payment. This form
 * is for those who must not leave anything out: the emulator, and the conformance suite.
 *
 * @returns null where the status says everything
 */
export function documentedAnswer({ response, plural }: Operation): z.ZodType | null {
  if (response === null) return null;
  const known = made.get(response);
  if (known !== undefined) return known;
  const strict = strictForm(response, plural === undefined ? {} : ofLists);
  made.set(response, strict);
  return strict;
}

function strictForm(schema: z.ZodType, fallback: Remarks = {}): z.ZodType {
  if (schema instanceof z.ZodObject) return strictObject(schema, remarks.get(schema) ?? fallback);
  if (schema instanceof z.ZodArray) return z.array(strictForm(bare(schema.element)));
  return strictFormat(schema);
}

function strictObject(schema: z.ZodObject, about: Remarks): z.ZodType {
  const { mayBeAbsent = [], mayBeNull = [], formats = {}, alsoNeeds } = about;
  const shape = Object.entries(schema.shape).map(([key, lenient]) => {
    const form = formats[key] ?? strictForm(bare(lenient));
    const nullable = mayBeNull.includes(key) ? form.nullable() : form;
    return [key, mayBeAbsent.includes(key) ? nullable.optional() : nullable] as const;
  });
  const strict = z.looseObject(Object.fromEntries(shape));
  if (alsoNeeds === undefined) return strict;
  return strict.superRefine((answer, context) => {
    for (const key of alsoNeeds(answer)) {
      if (answer[key] !== undefined) continue;
      context.addIssue({ code: 'custom', path: [key], message: 'Missing here.', input: answer });
    }
  });
}

/** Without its `optional` and `nullable`. */
function bare(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return bare(schema.unwrap());
  }
  if (schema instanceof z.ZodType) return schema;
  throw new Error('A schema of the contract is not one of zod’s ordinary ones.');
}
