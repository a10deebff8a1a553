import { z } from 'zod';
import { pageQuery } from '@/lib/lists/page-of';

/** What the address of the list may say: `?state=parked&reason=…&page=2`. */
export const openEventsQuery = pageQuery.extend({
  state: z.enum(['parked', 'waiting']).optional().catch(undefined),
  reason: z.string().min(1).max(300).optional().catch(undefined),
});

export type OpenEventsQuery = z.output<typeof openEventsQuery>;

/** The address of the list that shows this. */
export function openEventsHref({ state, reason, page }: OpenEventsQuery): string {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(reason && { reason }),
    ...(page > 1 && { page: `${page}` }),
  });
  return query.size === 0 ? '/operator/webhooks' : `/operator/webhooks?${query}`;
}
