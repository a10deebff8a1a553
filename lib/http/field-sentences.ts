import type { z } from 'zod';

/** The first sentence for each field, in the order of the fields. */
export function fieldSentences(error: z.ZodError): Record<string, string> {
  const first: Record<string, string> = {};
  for (const { path, message } of error.issues) first[String(path[0] ?? '')] ??= message;
  return first;
}
