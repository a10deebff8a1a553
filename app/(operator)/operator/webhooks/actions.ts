'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { retryEvents } from '@/lib/operator/webhooks/retry-events';

/** Has one event of Astra's looked at again. */
export const submitRetryEvent = userAction({
  name: 'retry webhook',
  operatorsOnly: true,
  schema: z.object({ eventId: z.uuid() }),
  run: async ({ eventId }, operator): Promise<undefined> => {
    await retryEvents(operator.id, { eventId });
    refresh();
  },
});

/** Has all events looked at again that wait, or were given up, for one reason. */
export const submitRetryReason = userAction({
  name: 'retry webhooks of a reason',
  operatorsOnly: true,
  schema: z.object({ reason: z.string().min(1).max(300) }),
  run: async ({ reason }, operator): Promise<undefined> => {
    await retryEvents(operator.id, { reason });
    refresh();
  },
});
