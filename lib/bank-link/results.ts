import { z } from 'zod';

/**
 * What became of one account at Astra: `existing` was linked before; `unknown` got no answer, so it
 * may have been added.
 */
const linkResult = z.object({
  name: z.string().nullable(),
  mask: z.string().nullable(),
  outcome: z.enum(['added', 'existing', 'refused', 'unknown']),
});

/** As stored with the trip. */
export const linkResults = z.array(linkResult);

export type LinkResult = z.output<typeof linkResult>;
