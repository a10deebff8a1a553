import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { resourceOf } from './resource-of';

/** Takes up the events that waited for this Astra user to be connected here. */
export async function resumeWaitingEvents(tx: Transaction, astraUserId: string): Promise<void> {
  const waiting = await tx.webhookEvent.findMany({
    where: { status: 'received', astraUserId },
    select: { webhookType: true, resourceId: true },
    orderBy: { receivedAt: 'asc' },
  });
  for (const { webhookType, resourceId } of waiting) {
    const resource = resourceOf(webhookType);
    if (resource) await enqueueSync(tx, { resource, resourceId, astraUserId });
  }
}
