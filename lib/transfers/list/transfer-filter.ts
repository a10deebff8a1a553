import { z } from 'zod';

/** What a list of transfers can be narrowed to: Astra's statuses, and two that people tell apart. */
export const transferStandings = [
  'pending',
  'processed',
  'failed',
  'returned',
  'disputed',
  'cancelled',
] as const;

export type TransferStanding = (typeof transferStandings)[number];

/** PostgreSQL's text holds no NUL. */
const text = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\0]+$/);

/** A Pacific day, in the years that payments can have. */
const day = z.iso.date().regex(/^20/);

/**
 * What the address of a list of transfers may say. Anything that cannot be meant is as if it were
 * not there, so that no link that somebody kept or typed is an error.
 */
export const transferFilter = z.object({
  status: z.enum(transferStandings).optional().catch(undefined),
  /** Astra's id of what the money came from. */
  source: text.optional().catch(undefined),
  /** Astra's id of the routine that made it. */
  routine: text.optional().catch(undefined),
  /** The first Pacific day, included. */
  from: day.optional().catch(undefined),
  /** The last Pacific day, included. */
  to: day.optional().catch(undefined),
  /** A part of the name, of the reference, or of what an end is called. */
  q: text.optional().catch(undefined),
});

export type TransferFilter = z.output<typeof transferFilter>;

const names = ['q', 'status', 'source', 'routine', 'from', 'to'] as const;

/** What a filter is made of, in the order in which it is shown, without what it leaves open. */
export function filterParts(
  filter: TransferFilter,
): { name: (typeof names)[number]; value: string }[] {
  return names.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [{ name, value }];
  });
}

/** The query of an address that narrows to this, and its page: `?status=failed&page=2`, or nothing. */
export function filterQuery(filter: TransferFilter, page = 1): string {
  const query = new URLSearchParams(filterParts(filter).map(({ name, value }) => [name, value]));
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '' : `?${query}`;
}
