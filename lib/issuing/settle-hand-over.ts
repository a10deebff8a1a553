import 'server-only';
import { type AstraCard, AstraNotFoundError } from '@/lib/astra';
import { assumptions } from '@/lib/astra/contract';
import { storeCard } from '@/lib/cards/store-card';
import { databaseTime } from '@/lib/db/database-time';
import type { Card, CardHandOver } from '@/lib/db/generated/client';
import { lockPerson } from '@/lib/db/lock-person';
import { db } from '@/lib/db/prisma';
import { mostPages } from '@/lib/lists/most-pages';
import { notifyUser } from '@/lib/live/notify';
import { log } from '@/lib/log/logger';
import { waitLonger } from '@/lib/looks/schedule';
import { astra } from '@/lib/partner/astra';
import { outsideId } from '@/lib/partner/outside-text';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { enqueueHandOver } from './enqueue-hand-over';
import { isSameCard } from './is-same-card';

const listLagSeconds = assumptions.listLagMs / 1000;
const negativeReadsNeeded = 2;
const firstWaitSeconds = 15;

/**
 * Finds out what became of a card that was handed over, and ends the hand-over. Where an answer has
 * named the card it is read; otherwise the person's cards are read and it is looked for among them.
 * Found, it is stored as the issued card. Absent, twice, after the time in which it could still have
 * been sent or be missing from the list, it was not added. It is never handed over again by itself.
 */
export async function settleHandOver(handOverId: string): Promise<void> {
  const handOver = await db().cardHandOver.findUnique({ where: { id: handOverId } });
  if (!handOver) return;
  try {
    // What the list shows is true of the moment before it was asked for, not of the one after.
    const readAt = await databaseTime();
    const card = await findCard(handOver);
    if (card) return await finishHandOver(handOver, card, readAt);
    await recordAbsence(handOver, readAt);
  } catch (error) {
    if (!(error instanceof NeedsAuthorizationError)) throw error;
    log().warn({ handOverId }, 'a card waits for its person to authorize us again');
  }
  await lookLater(handOverId);
}

async function findCard(handOver: CardHandOver): Promise<AstraCard | null> {
  const { userId, astraCardId } = handOver;
  const issued = await db().card.findMany({ where: { userId, issuerCardId: { not: null } } });
  return withAccessToken(userId, async (accessToken) => {
    if (astraCardId) return readCard(accessToken, astraCardId);
    const list = astra().cards.list({ accessToken });
    for await (const card of list.entries({ mostPages })) {
      if (!isSameCard(handOver, card)) continue;
      const known = issued.find(({ astraId }) => astraId === card.id);
      if (!known) return card;
      // Of two issued cards that look alike, each is another card at Astra.
      if (!isOf(handOver, known)) continue;
      // This one was removed before it was handed over again, and lists may lag behind.
      const now = await readCard(accessToken, card.id);
      if (now && isSameCard(handOver, now)) return now;
    }
    return null;
  });
}

function isOf({ issuer, issuerCardId }: CardHandOver, card: Card): boolean {
  return card.issuer === issuer && card.issuerCardId === issuerCardId;
}

async function readCard(accessToken: string, id: string): Promise<AstraCard | null> {
  try {
    return await astra().cards.get({ accessToken, id });
  } catch (error) {
    if (error instanceof AstraNotFoundError) return null;
    throw error;
  }
}

async function finishHandOver(handOver: CardHandOver, card: AstraCard, readAt: Date) {
  const { id, userId, issuer, issuerCardId } = handOver;
  await db().$transaction(async (tx) => {
    await lockPerson(tx, userId);
    const { count: mine } = await tx.cardHandOver.deleteMany({ where: { id } });
    // Somebody else has just ended it.
    if (mine === 0) return;
    await storeCard(tx, userId, card, readAt);
    const { count } = await tx.card.updateMany({
      where: { userId, astraId: outsideId(card.id) },
      data: { issuer, issuerCardId },
    });
    if (count === 0) log().error({ handOverId: id }, 'an issued card is somebody else’s here');
  });
}

/** Two looks count as two only when the second began after the first was written down. */
async function recordAbsence({ id, userId, negativeReads }: CardHandOver, readAt: Date) {
  await db().$transaction(async (tx) => {
    const counted = await tx.$executeRaw`
      UPDATE card_hand_overs SET negative_reads = negative_reads + 1
      WHERE id = ${id}::uuid AND negative_reads = ${negativeReads}
        AND send_by + make_interval(secs => ${listLagSeconds}) < ${readAt}`;
    if (counted === 0) return;
    const where = { id, negativeReads: { gte: negativeReadsNeeded } };
    const { count } = await tx.cardHandOver.deleteMany({ where });
    if (count === 0) return;
    log().warn({ handOverId: id }, 'a card that was handed over never came to Astra');
    await notifyUser(tx, userId);
  });
}

/** Still undecided, it is looked at again, after a wait that grows with each look. */
async function lookLater(id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const [wait] = await tx.$queryRaw<{ ms: number }[]>`
      UPDATE card_hand_overs SET ${waitLonger(firstWaitSeconds)} WHERE id = ${id}::uuid
      RETURNING extract(epoch FROM next_look_at - clock_timestamp())::float8 * 1000 AS ms`;
    if (wait) await enqueueHandOver(tx, id, Math.max(0, wait.ms));
  });
}
