import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { addJob } from './add-job';
import type { TaskPayload } from './tasks';

/**
 * Asks the worker to look at one resource at Astra. Requests for the same resource fall together
 * until the look begins; one that comes later gets a look of its own, after the running one.
 */
export async function enqueueSync(
  tx: Transaction,
  payload: TaskPayload<'sync_resource'>,
): Promise<void> {
  const resource = `${payload.resource}:${payload.resourceId}`;
  await addJob(tx, 'sync_resource', payload, { key: resource, queue: resource });
}
