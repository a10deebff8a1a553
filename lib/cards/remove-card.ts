import 'server-only';
import {
  AstraConflictError,
  AstraError,
  AstraInvalidRequestError,
  AstraNotFoundError,
  AstraPermissionError,
} from '@/lib/astra';
import { brand } from '@/lib/brand';
import { databaseTime } from '@/lib/db/database-time';
import type { Card } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';
import { syncRoutinesOf } from '@/lib/routines/sync-routines-of';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { syncTransfers } from '@/lib/transfers/sync-transfers';
import { findCard } from './find-card';
import { countUses, findCardUses } from './find-card-uses';
import { lookAtCard } from './look-at-card';
import { markCardRemoved } from './store-card';

/**
 * Removes one of a person's cards, at Astra and here. Removing one that is removed changes nothing.
 *
 * @returns when nobody can tell yet what became of it: since when it is known as it is. Open pages
 * change by themselves when there is a newer look at it.
 * @throws UserFacingError when payments still need it, or when Astra refuses.
 */
export async function removeCard(
  userId: string,
  cardId: string,
): Promise<'removed' | { knownSince: Date }> {
  const card = await findCard(userId, cardId);
  if (!card) throw new UserFacingError('This card is not yours, or is gone.');
  if (card.status === 'removed') return 'removed';
  await requireUnused(card);
  const failure = await askToRemove(card);
  if (failure && isRefusal(failure)) return explainRefusal(card, failure);
  if (failure) return findOut(card, failure);
  const confirmedAt = await databaseTime();
  await db().$transaction((tx) => markCardRemoved(tx, userId, card.astraId, confirmedAt));
  return 'removed';
}

async function requireUnused(card: Card): Promise<void> {
  if (countUses(await findCardUses(card)) === 0) return;
  throw new UserFacingError('Payments still need this card. They are listed on this page.');
}

/** @returns how it failed, if it did. */
async function askToRemove({ userId, astraId }: Card): Promise<AstraError | null> {
  try {
    await withAccessToken(userId, (accessToken) =>
      astra().cards.delete({ accessToken, id: astraId }),
    );
    return null;
  } catch (error) {
    if (!(error instanceof AstraError)) return explainSilence(error);
    log().warn({ err: error, userId }, 'a card was not removed');
    return error;
  }
}

function isRefusal(error: AstraError): boolean {
  return (
    error instanceof AstraInvalidRequestError ||
    error instanceof AstraPermissionError ||
    error instanceof AstraConflictError
  );
}

/**
 * Astra has said no: because of payments that are not known here, or because another app has added
 * the card. What keeps the card is looked for, so that the page can show it.
 */
async function explainRefusal(card: Card, { description }: AstraError): Promise<never> {
  await Promise.all([syncRoutinesOf(card.userId, card.astraId), syncTransfers(card.userId)]).catch(
    explainSilence,
  );
  await requireUnused(card);
  const words = description ? `: ${description.replace(/\.?$/, '.')}` : '.';
  throw new UserFacingError(
    `Astra does not remove this card${words} Only the app that added a card can remove it. If that is not us, remove it there; otherwise write to ${brand.supportEmail}.`,
  );
}

/**
 * No answer proves what happened, or one that may mean that the card is gone already: the card
 * itself tells.
 */
async function findOut(card: Card, failure: AstraError): Promise<'removed' | { knownSince: Date }> {
  const { id, userId, astraId } = card;
  try {
    await db().$transaction(await lookAtCard(userId, astraId));
  } catch (error) {
    if (!(error instanceof AstraError)) throw error;
    const { astraUserId } = await db().astraConnection.findUniqueOrThrow({ where: { userId } });
    return db().$transaction(async (tx) => {
      // Read before the worker is asked, so that its look is newer for certain.
      const { updatedAt } = await tx.card.findUniqueOrThrow({ where: { id, userId } });
      await enqueueSync(tx, { resource: 'card', resourceId: astraId, astraUserId });
      return { knownSince: updatedAt };
    });
  }
  if ((await findCard(userId, id))?.status === 'removed') return 'removed';
  if (failure instanceof AstraNotFoundError) return explainRefusal(card, failure);
  throw new UserFacingError(
    'Astra did not answer, and the card is still there. Please try again in a minute.',
  );
}
