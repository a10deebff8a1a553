import 'server-only';
import { db } from '@/lib/db/prisma';
import { type PageOf, readPage } from '@/lib/lists/page-of';
import { type DatedCard, dated } from './is-expired';

const usualSize = 12;

/** A page of this person's cards, newest first, without those that were removed. */
export async function readCardPage(
  userId: string,
  { page = 1, size = usualSize }: { page?: number; size?: number } = {},
): Promise<PageOf<DatedCard>> {
  const where = { userId, status: { not: 'removed' } };
  const found = await readPage(
    { page, size },
    () => db().card.count({ where }),
    (range) =>
      db().card.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], ...range }),
  );
  return { ...found, items: found.items.map(dated) };
}
