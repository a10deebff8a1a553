import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { isFoundById } from '@/lib/webhooks/resource-of';
import { addJobs, type JobOf } from './add-job';
import type { TaskPayload } from './tasks';

/**
 * Asks the worker to look at one resource at Astra. Requests for the same resource of the same
 * person fall together until the look begins; one that comes later gets a look of its own, after
 * the running one.
 *
 * The person is part of the key, so that an event that names the wrong one does not replace the
 * look on behalf of the right one.
 *
 * @param options.delayMs for something that is known to show only then. Such a look is one of its
 * own: neither does it keep another waiting, nor does another, which comes too early, stand for it.
 */
export async function enqueueSync(
  tx: Transaction,
  payload: TaskPayload<'sync_resource'>,
  { delayMs = 0 }: { delayMs?: number } = {},
): Promise<void> {
  await addJobs(tx, 'sync_resource', [syncOf(payload, delayMs)]);
}

/** The same for any number of resources, all different, in one statement: see {@link enqueueSync}. */
export async function enqueueSyncs(
  tx: Transaction,
  payloads: readonly TaskPayload<'sync_resource'>[],
): Promise<void> {
  await addJobs(
    tx,
    'sync_resource',
    payloads.map((payload) => syncOf(payload)),
  );
}

/** The look that {@link enqueueSync} asks for, for whoever writes it down in a statement of their own. */
export function syncOf(payload: TaskPayload<'sync_resource'>, delayMs = 0): JobOf<'sync_resource'> {
  const { resource, resourceId } = payload;
  const astraUserId = isFoundById(resource) ? null : payload.astraUserId;
  const subject = `${resource}:${resourceId}`;
  const now = astraUserId === null ? subject : `${subject}:${astraUserId}`;
  const key = delayMs > 0 ? `${now}:later` : now;
  return {
    payload: { resource, resourceId, astraUserId },
    options: { key, inLineOf: subject, delayMs },
  };
}
