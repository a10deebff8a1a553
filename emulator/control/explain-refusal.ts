import type { z } from 'zod';
import { invalidFields } from '../api/validate';
import type { Problem } from '../server/problem';

/** The refusal of a command over its parameters, in words for whoever typed it. */
export function explainRefusal(error: z.ZodError, given: unknown): Problem {
  const texts = new Map<string, string[]>();
  const add = (name: string, text: string) => texts.set(name, [...(texts.get(name) ?? []), text]);
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add(key, 'Unknown field: the command does not take this.');
      continue;
    }
    const name = issue.path.map(String).join('.') || 'body';
    add(name, isMissing(given, issue.path[0]) ? 'This is needed.' : wordsOf(issue));
  }
  return invalidFields(Object.fromEntries(texts));
}

function isMissing(given: unknown, name: PropertyKey | undefined): boolean {
  if (name === undefined || typeof given !== 'object' || given === null) return false;
  return !Object.hasOwn(given, name);
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return 'This must not be empty.';
      return issue.inclusive === false
        ? `This must be more than ${issue.minimum}.`
        : `This must be ${issue.minimum} or more.`;
    case 'too_big':
      return `This must be ${issue.maximum} or less.`;
    case 'not_multiple_of':
      return `This must be a multiple of ${issue.divisor}.`;
    case 'invalid_value':
      return `This must be one of ${issue.values.map(String).join(', ')}.`;
    case 'invalid_type':
      return issue.expected === 'object'
        ? 'This must be a JSON object.'
        : `This must be a ${issue.expected === 'int' ? 'whole number' : issue.expected}.`;
    case 'invalid_union':
      return 'This must be true or false.';
    default:
      // The sentence that the parameter itself has for it.
      return issue.message;
  }
}
