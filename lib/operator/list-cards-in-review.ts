import 'server-only';
import { db } from '@/lib/db/prisma';
import { readPage } from '@/lib/lists/page-of';

/** What a card is while it waits for a decision, and after one that went against it. */
const inReview = { status: { in: ['flagged', 'rejected'] } };

/** One page of the cards, newest first, that Astra holds back. Of all people: for operators alone. */
export function listCardsInReview(page: number) {
  return readPage(
    { page, size: 25 },
    () => db().card.count({ where: inReview }),
    (range) =>
      db().card.findMany({
        where: inReview,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        include: { user: { select: { email: true } } },
        ...range,
      }),
  );
}

export type CardInReview = Awaited<ReturnType<typeof listCardsInReview>>['items'][number];
