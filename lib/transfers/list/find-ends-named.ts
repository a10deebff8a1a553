import 'server-only';
import { db } from '@/lib/db/prisma';
import { holding } from './filter-where';
import { findOwnEndsNamed, idsNamed } from './find-own-ends-named';

/**
 * What a person's money went from and to under a label that holds a text, by Astra's ids: their own
 * cards and accounts, and whatever their payments called so, other people by their short name among
 * them. There are few, however many payments there were, so a list can be narrowed to them quickly.
 */
export async function findEndsNamed(userId: string, part: string): Promise<string[]> {
  const [own, called] = await Promise.all([
    findOwnEndsNamed(userId, part),
    // Both ends at once: their payments are gone through once.
    db().payment.groupBy({
      by: ['sourceAstraId', 'sourceLabel', 'destinationAstraId', 'destinationLabel'],
      where: {
        userId,
        OR: [{ sourceLabel: holding(part) }, { destinationLabel: holding(part) }],
      },
    }),
  ]);
  const ends = called.flatMap((one) => [
    { astraId: one.sourceAstraId, label: one.sourceLabel },
    { astraId: one.destinationAstraId, label: one.destinationLabel },
  ]);
  return [...new Set([...own, ...idsNamed(ends, part)])];
}
