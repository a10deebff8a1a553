import 'server-only';
import type { Account } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { type PageOf, readPage } from '@/lib/lists/page-of';

const usualSize = 12;

/** One page of this person's linked accounts, newest first. */
export async function listAccounts(
  userId: string,
  page: number,
  size = usualSize,
): Promise<PageOf<Account>> {
  const where = { userId, removedAt: null };
  return readPage(
    { page, size },
    () => db().account.count({ where }),
    (range) =>
      db().account.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        ...range,
      }),
  );
}
