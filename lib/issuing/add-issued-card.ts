import 'server-only';
import type { CardHandOver } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { notifyUser } from '@/lib/live/notify';
import { log } from '@/lib/log/logger';
import { outsideId } from '@/lib/partner/outside-text';
import { startDeadline } from '@/lib/partner/send-deadline';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { getAccessToken } from '@/lib/tokens/get-access-token';
import { type CardIssuer, CardRefusedError } from './card-issuer';
import { claimHandOver } from './claim-hand-over';
import { currentIssuer } from './current-issuer';
import { type ListedCard, listIssuedCards } from './list-issued-cards';
import { settleHandOver } from './settle-hand-over';

/** After this long nobody hands the card over any more, and its absence at Astra begins to count. */
const sendWindowMs = 20_000;

/**
 * Adds a card that we issued to its holder at Astra, at most once.
 *
 * The hand-over is written down first: a second click finds it, and a crash or a lost answer leaves
 * something that remembers the card may be at Astra.
 *
 * @param cardId the issuer's id, taken only if the issuer lists it as this person's.
 * @returns `checking` when it is not known yet whether Astra has the card; that is found out without
 * the person.
 * @throws UserFacingError when the card can't be added, or was refused. Nothing is left behind then.
 */
export async function addIssuedCard({
  userId,
  cardId,
}: {
  userId: string;
  cardId: string;
}): Promise<'added' | 'checking'> {
  const issuer = currentIssuer();
  if (!issuer) throw new UserFacingError('We issue no cards here.');
  const { customerId, card } = await findCard(issuer, userId, cardId);
  const { accessToken } = await getAccessToken(userId).catch((error: unknown) => {
    if (!(error instanceof NeedsAuthorizationError)) throw error;
    throw new UserFacingError('Please connect to Astra again, then add this card.');
  });
  const isTooLate = startDeadline(sendWindowMs / 2);
  const handOver = await claimHandOver({ userId, issuer: issuer.name, card, sendWindowMs });
  if (handOver === 'added') return 'added';
  if (handOver === 'being_added') return 'checking';
  try {
    // A process that was asleep until now may have been given up already: it must not send.
    if (isTooLate()) throw new CardRefusedError({ isLikelyUnregistered: false });
    const { astraCardId } = await issuer.handOver({ customerId, cardId, accessToken });
    await db().cardHandOver.updateMany({
      where: { id: handOver.id },
      data: { astraCardId: outsideId(astraCardId) },
    });
    await settleHandOver(handOver.id);
  } catch (error) {
    await noteFailure(handOver, error);
  }
  return isAdded({ userId, issuer: issuer.name, issuerCardId: cardId });
}

async function findCard(
  issuer: CardIssuer,
  userId: string,
  cardId: string,
): Promise<{ customerId: string; card: ListedCard }> {
  const listed = await listIssuedCards(issuer, userId).catch((error: unknown) => {
    log().error({ err: error, userId }, 'the issuer did not list its cards');
    throw new UserFacingError('Your cards could not be looked up. Please try again in a minute.');
  });
  const card = listed?.cards.find(({ id }) => id === cardId);
  if (!listed || !card) {
    throw new UserFacingError('This card is not one of yours. Reload the page to see your cards.');
  }
  if (card.way === 'unusable') {
    throw new UserFacingError('This card can’t be used now, so Astra would not take it.');
  }
  return { customerId: listed.customerId, card };
}

/** Ends a hand-over that was refused, and says so. Any other is left to be found out. */
async function noteFailure({ id, userId }: CardHandOver, error: unknown): Promise<void> {
  const told = { err: error, handOverId: id, userId };
  if (!(error instanceof CardRefusedError)) {
    return log().warn(told, 'it is not known yet whether an issued card was added');
  }
  log().error(told, 'an issued card was refused');
  await db().$transaction(async (tx) => {
    await tx.cardHandOver.deleteMany({ where: { id } });
    await notifyUser(tx, userId);
  });
  throw new UserFacingError(
    error.isLikelyUnregistered
      ? 'Astra did not take this card. Most likely this card’s range is not registered with Astra yet. We have been told; please try again another day.'
      : 'This card could not be handed over to Astra. Nothing was added. Please try again in a minute.',
  );
}

type Issued = Pick<CardHandOver, 'userId' | 'issuer' | 'issuerCardId'>;

async function isAdded(issued: Issued): Promise<'added' | 'checking'> {
  const where = { ...issued, status: { not: 'removed' } };
  return (await db().card.count({ where })) > 0 ? 'added' : 'checking';
}
