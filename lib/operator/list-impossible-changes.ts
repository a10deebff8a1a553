import 'server-only';
import { db } from '@/lib/db/prisma';
import { readPage } from '@/lib/lists/page-of';

/**
 * One page of what Astra showed although it cannot be, newest first, and whose it is. Of all people:
 * for operators alone.
 */
export async function listImpossibleChanges(page: number) {
  const found = await readPage(
    { page, size: 25 },
    () => db().impossibleChange.count(),
    (range) =>
      db().impossibleChange.findMany({ orderBy: [{ seenAt: 'desc' }, { id: 'desc' }], ...range }),
  );
  const users = await db().user.findMany({
    where: { id: { in: found.items.flatMap(({ userId }) => userId ?? []) } },
    select: { id: true, email: true },
  });
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  const items = found.items.map((item) => ({
    ...item,
    email: emails.get(item.userId ?? '') ?? null,
  }));
  return { ...found, items };
}

export type ListedImpossibleChange = Awaited<
  ReturnType<typeof listImpossibleChanges>
>['items'][number];
