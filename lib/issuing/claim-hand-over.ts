import 'server-only';
import type { CardHandOver } from '@/lib/db/generated/client';
import { lockPerson } from '@/lib/db/lock-person';
import { db } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import type { IssuedCard } from './card-issuer';
import { enqueueHandOver } from './enqueue-hand-over';

type Claim = { userId: string; issuer: string; card: IssuedCard; sendWindowMs: number };

/**
 * Writes down that a card is about to be handed over. For each card only one can: the others, a
 * second click or tab, learn how far the first has come.
 */
export async function claimHandOver({
  userId,
  issuer,
  card,
  sendWindowMs,
}: Claim): Promise<CardHandOver | 'added' | 'being_added'> {
  return db().$transaction(async (tx) => {
    // One at a time for each person: the end of one hand-over is seen as a whole or not at all.
    await lockPerson(tx, userId);
    const known = { userId, issuer, issuerCardId: card.id, status: { not: 'removed' } };
    if ((await tx.card.count({ where: known })) > 0) return 'added';
    const [handOver] = await tx.cardHandOver.createManyAndReturn({
      data: {
        userId,
        issuer,
        issuerCardId: card.id,
        firstSix: card.firstSix,
        lastFour: card.lastFour,
        expirationDate: card.expirationDate,
        sendBy: new Date(0),
      },
      skipDuplicates: true,
    });
    if (!handOver) return 'being_added';
    // The deadline is database time, like every clock that several processes must agree on.
    await tx.$executeRaw`
      UPDATE card_hand_overs
      SET send_by = clock_timestamp() + make_interval(secs => ${sendWindowMs / 1000})
      WHERE id = ${handOver.id}::uuid`;
    await notifyUser(tx, userId);
    await enqueueHandOver(tx, handOver.id, sendWindowMs);
    return handOver;
  });
}
