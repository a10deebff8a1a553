import { z } from 'zod';
import { frequencies } from '@/lib/astra/contract';

/** How routines stand, as people tell it apart. Waiting ones need something from their person. */
export const routineStandings = ['running', 'paused', 'waiting', 'ended'] as const;

export type RoutineStanding = (typeof routineStandings)[number];

/** What makes a routine pay: a person once, the calendar, or something that happens. */
export const routineKinds = ['one-time', ...frequencies, 'automatic'] as const;

export type RoutineKind = (typeof routineKinds)[number];

/**
 * What the address of a list of routines may say. Anything that cannot be meant is as if it were not
 * there, so that no link that somebody kept or typed is an error.
 */
export const routineFilter = z.object({
  status: z.enum(routineStandings).optional().catch(undefined),
  kind: z.enum(routineKinds).optional().catch(undefined),
});

export type RoutineFilter = z.output<typeof routineFilter>;

/** The query of an address that narrows to this, and its page: `?status=paused&page=2`, or nothing. */
export function routineQuery({ status, kind }: RoutineFilter, page = 1): string {
  const query = new URLSearchParams({ ...(status && { status }), ...(kind && { kind }) });
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '' : `?${query}`;
}
