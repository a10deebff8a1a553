import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { prepared } from '@/lib/db/prepared';
import { db } from '@/lib/db/prisma';
import type { TaskPayload } from '@/lib/jobs/tasks';
import { ofThisEnvironment } from '../of-this-environment';
import { eventTypesOf, isFoundById } from '../resource-of';

type Asked = {
  /** The events that ask for a look at a resource. */
  eventIds: string[];
  /**
   * Whose resource it is, in this app; null while nobody here is known for it, and for a batch. Events
   * can come before the redirect has told us who somebody is at Astra.
   */
  userId: string | null;
};

/**
 * Who asks for a look, and on whose behalf it is made. Events that come later may tell of something
 * newer than what the look will read, so they are not among these.
 */
export async function findAsked(subject: TaskPayload<'sync_resource'>): Promise<Asked> {
  const { resource, resourceId, astraUserId } = subject;
  const ofUser = isFoundById(resource)
    ? Prisma.empty
    : Prisma.sql`AND astra_user_id IS NOT DISTINCT FROM ${astraUserId}`;
  const owner =
    resource === 'user_intent'
      ? Prisma.sql`SELECT user_id FROM user_intents WHERE astra_id = ${resourceId}`
      : Prisma.sql`SELECT user_id FROM astra_connections WHERE astra_user_id = ${astraUserId}`;
  const [asked] = await db().$queryRaw<Asked[]>`${prepared}
    SELECT (${owner})::text AS "userId", ARRAY(
      SELECT id::text FROM webhook_events
      WHERE resource_id = ${resourceId} AND status = 'received' AND ${ofThisEnvironment()}
        AND webhook_type = ANY(${eventTypesOf(resource)}::text[]) ${ofUser}) AS "eventIds"`;
  return asked ?? { eventIds: [], userId: null };
}
