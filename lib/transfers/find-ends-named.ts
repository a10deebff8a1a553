import 'server-only';
import { db } from '@/lib/db/prisma';
import { holding } from './filter-where';
import { findOwnEndsNamed } from './find-own-ends-named';

/**
 * What a person's money went from and to under a label that holds a text, by Astra's ids: their own
 * cards and accounts, and whatever their payments called so, other people by their short name among
 * them. There are few, however many payments there were, so a list can be narrowed to them quickly.
 */
export async function findEndsNamed(userId: string, part: string): Promise<string[]> {
  const [own, sources, destinations] = await Promise.all([
    findOwnEndsNamed(userId, part),
    db().payment.groupBy({
      by: ['sourceAstraId'],
      where: { userId, sourceLabel: holding(part) },
    }),
    db().payment.groupBy({
      by: ['destinationAstraId'],
      where: { userId, destinationLabel: holding(part) },
    }),
  ]);
  return [
    ...new Set([
      ...own,
      ...sources.map(({ sourceAstraId }) => sourceAstraId),
      ...destinations.map(({ destinationAstraId }) => destinationAstraId),
    ]),
  ];
}
