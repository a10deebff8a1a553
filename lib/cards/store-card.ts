import 'server-only';
import type { AstraCard } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';

/**
 * Writes down a card as Astra shows it to its owner. A card that belongs to somebody else here is
 * never moved: the write then changes nothing.
 */
export async function storeCard(tx: Transaction, userId: string, card: AstraCard): Promise<string> {
  const shown = cardColumns(card);
  await tx.card.createMany({ data: { userId, astraId: card.id, ...shown }, skipDuplicates: true });
  const { count } = await tx.card.updateMany({ where: { userId, astraId: card.id }, data: shown });
  if (count === 0) return 'Nothing: the card belongs to another person here.';
  await notifyUser(tx, userId);
  return `The card is ${shown.status}.`;
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

/** Marks a card that Astra shows no more. Payments point at it, so the row stays. */
export async function markCardRemoved(
  tx: Transaction,
  userId: string,
  astraId: string,
): Promise<string> {
  await tx.card.updateMany({ where: { userId, astraId }, data: { status: 'removed' } });
  await notifyUser(tx, userId);
  return 'The card is removed.';
}
