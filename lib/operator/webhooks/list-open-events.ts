import 'server-only';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { readPage } from '@/lib/lists/page-of';
import type { OpenEventsQuery } from './open-events-query';
import { isRetryable } from './retry-events';

const statuses = {
  parked: ['parked'],
  waiting: ['received'],
  any: ['parked', 'received'],
} as const;

/**
 * One page of the events that are not done with, the newest first. Of all people: for operators alone.
 * What Astra sent is not among it but for its ids.
 */
export async function listOpenEvents({ state, reason, page }: OpenEventsQuery) {
  const where = {
    status: { in: [...statuses[state ?? 'any']] },
    ...(reason !== undefined && { outcome: reason }),
  };
  const found = await readPage(
    { page, size: 25 },
    () => db().webhookEvent.count({ where }),
    (range) =>
      db().webhookEvent.findMany({
        where,
        select: {
          id: true,
          environment: true,
          webhookType: true,
          resourceId: true,
          astraUserId: true,
          status: true,
          outcome: true,
          receivedAt: true,
        },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        ...range,
      }),
  );
  const items = found.items.map((event) => ({
    ...event,
    canRetry: isRetryable(event),
    /** Where it came from, if that is not the environment of Astra that we ask. */
    otherEnvironment: event.environment === env().ASTRA_ENVIRONMENT ? null : event.environment,
  }));
  return { ...found, items };
}

export type OpenEvent = Awaited<ReturnType<typeof listOpenEvents>>['items'][number];
