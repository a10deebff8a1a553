import 'server-only';
import type { AstraCard } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { seenBefore } from '@/lib/looks/seen-before';

/**
 * Writes down a card as Astra shows it to its owner. A card that belongs to somebody else here is
 * never moved: the write then changes nothing. Neither does one that is older than what is known.
 *
 * @param seenAt see {@link seenBefore}.
 */
export async function storeCard(
  tx: Transaction,
  userId: string,
  card: AstraCard,
  seenAt: Date,
): Promise<string> {
  const data = { ...cardColumns(card), seenAt };
  const row = { userId, astraId: card.id };
  const isNew = await tx.card.createMany({ data: { ...row, ...data }, skipDuplicates: true });
  const isNewer = await tx.card.updateMany({ where: { ...row, ...seenBefore(seenAt) }, data });
  if (isNew.count + isNewer.count === 0) {
    return (await tx.card.count({ where: row })) > 0
      ? 'Nothing: something newer is known of the card.'
      : 'Nothing: the card belongs to another person here.';
  }
  await notifyUser(tx, userId);
  return `The card is ${data.status}.`;
}

/** What is kept of a card as Astra shows it. */
export function cardColumns(card: AstraCard) {
  const holderName = [card.first_name, card.last_name].filter(Boolean).join(' ') || null;
  const status = card.removed ? 'removed' : (card.status ?? 'unknown');
  return {
    brand: card.card_company ?? null,
    cardType: card.card_type ?? null,
    lastFour: card.last_four_digits ?? null,
    expirationDate: card.expiration_date ?? null,
    holderName,
    status,
    // Astra's older answers don't have these two. Absent, the issuer's limits are not known, and
    // Astra refuses by itself what the card can't do.
    pullEnabled: card.pull_enabled ?? true,
    pushEnabled: card.push_enabled ?? true,
    reviewStatus: card.review_status ?? null,
    reviewReasons: card.review_reasons ?? [],
  };
}

/**
 * Marks a card that Astra shows no more. Payments point at it, so the row stays.
 *
 * @param seenAt see {@link seenBefore}.
 */
export async function markCardRemoved(
  tx: Transaction,
  userId: string,
  astraId: string,
  seenAt: Date,
): Promise<string> {
  const { count } = await tx.card.updateMany({
    where: { userId, astraId, ...seenBefore(seenAt) },
    data: { status: 'removed', seenAt },
  });
  if (count === 0) return 'Nothing: something newer is known of the card.';
  await notifyUser(tx, userId);
  return 'The card is removed.';
}
