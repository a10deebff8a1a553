import 'server-only';
import { db } from '@/lib/db/prisma';
import { readPage } from '@/lib/lists/page-of';

/** One page of the program's daily debits, the newest first: for operators alone. */
export function listBatches(page: number) {
  return readPage(
    { page, size: 25 },
    () => db().batchTransfer.count(),
    (range) =>
      db().batchTransfer.findMany({
        orderBy: [{ createdAt: 'desc' }, { astraId: 'desc' }],
        ...range,
      }),
  );
}
