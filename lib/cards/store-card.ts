import 'server-only';
import type { AstraCard } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { seenBefore } from '@/lib/looks/seen-before';
import { lastFour, outsideId, outsideText } from '@/lib/partner/outside-text';

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
  const row = { userId, astraId: data.astraId };
  const isNew = await tx.card.createMany({ data: { userId, ...data }, skipDuplicates: true });
  const isNewer = await tx.card.updateMany({ where: { ...row, ...seenBefore(seenAt) }, data });
  if (isNew.count + isNewer.count === 0) {
    return (await tx.card.count({ where: row })) > 0
      ? 'Nothing: something newer is known of the card.'
      : 'Nothing: the card belongs to another person here.';
  }
  await notifyUser(tx, userId);
  return `The card is ${data.status}.`;
}

/** More codes than Astra has. */
const mostReasons = 100;

/** What is kept of a card as Astra shows it. */
export function cardColumns(card: AstraCard) {
  const names = [outsideText(card.first_name), outsideText(card.last_name)];
  const status = card.removed ? 'removed' : (outsideText(card.status) ?? 'unknown');
  return {
    astraId: outsideId(card.id),
    brand: outsideText(card.card_company),
    cardType: outsideText(card.card_type),
    lastFour: lastFour(card.last_four_digits),
    expirationDate: outsideText(card.expiration_date),
    holderName: names.filter(Boolean).join(' ') || null,
    status,
    // Astra's older answers don't have these two. Absent, the issuer's limits are not known, and
    // Astra refuses by itself what the card can't do.
    pullEnabled: card.pull_enabled ?? true,
    pushEnabled: card.push_enabled ?? true,
    reviewStatus: outsideText(card.review_status),
    reviewReasons: (card.review_reasons ?? [])
      .slice(0, mostReasons)
      .map(outsideText)
      .filter((reason) => reason !== null),
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
