import 'server-only';
import { db } from '@/lib/db/prisma';
import type { TaskPayload } from '@/lib/jobs/tasks';

/**
 * Whose resource an event is about, in this app; null while nobody here is known for it. Events can
 * come before the redirect has told us who somebody is at Astra.
 */
export async function findOwner({
  resource,
  resourceId,
  astraUserId,
}: TaskPayload<'sync_resource'>): Promise<string | null> {
  if (resource === 'user_intent') {
    const intent = await db().userIntent.findUnique({ where: { astraId: resourceId } });
    return intent?.userId ?? null;
  }
  if (!astraUserId) return null;
  const connection = await db().astraConnection.findUnique({ where: { astraUserId } });
  return connection?.userId ?? null;
}
