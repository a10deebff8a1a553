import 'server-only';
import type { FoundChange } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { isUntold } from './is-untold';

const most = 20;

export type UntoldChange = Pick<FoundChange, 'id' | 'resource' | 'astraId' | 'before' | 'after'> & {
  foundAt: Date;
};

/** The newest changes of the last 24 hours that no webhook told of. For operators alone. */
export function listUntoldChanges(): Promise<UntoldChange[]> {
  return db().$queryRaw<UntoldChange[]>`
    SELECT id::text AS id, resource, astra_id AS "astraId", before, after, found_at AS "foundAt"
    FROM found_changes
    WHERE found_at > clock_timestamp() - interval '1 day' AND ${isUntold}
    ORDER BY found_at DESC, id DESC LIMIT ${most}`;
}
