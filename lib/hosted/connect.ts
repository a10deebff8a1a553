import 'server-only';
import type { AstraUser, TokenPair } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import { db, type Transaction } from '@/lib/db/prisma';
import { enqueueCapabilities } from '@/lib/limits/sync-capabilities';
import { notifyUser } from '@/lib/live/notify';
import { lookAgain } from '@/lib/looks/look-again';
import { findCurrentIntent } from '@/lib/onboarding/find-current-intent';
import { astra } from '@/lib/partner/astra';
import { outsideText } from '@/lib/partner/outside-text';
import { shortName } from '@/lib/people/short-name';
import { tokenColumns } from '@/lib/tokens/token-columns';
import { resumeWaitingEvents } from '@/lib/webhooks/resume-waiting-events';

/** The person at Astra is already connected to somebody else here, or is not the one from before. */
export class OtherPersonError extends Error {
  override name = 'OtherPersonError';
  constructor() {
    super('This Astra user cannot be connected to this person.');
  }
}

/**
 * Exchanges an authorization code for tokens, asks Astra whose they are, and stores them sealed.
 *
 * @throws AstraError when the code is refused or Astra does not answer. A code works once, so the
 * person then starts over; nothing was stored.
 * @throws OtherPersonError when accounts would be mixed up.
 */
export async function connect(userId: string, code: string): Promise<void> {
  const askedAt = await databaseTime();
  const pair = await astra().tokens.exchangeCode({ code });
  const user = await astra().users.me({ accessToken: pair.accessToken });
  await requireSamePerson(userId, user.id);
  await db().$transaction(async (tx) => {
    await storeConnection(tx, { userId, user, pair, askedAt });
    await resumeWaitingEvents(tx, user.id);
    await lookAgain(tx, userId);
    await enqueueCapabilities(tx, userId);
    await notifyUser(tx, userId);
  });
}

/** Astra knows whom the intent became. A code of anybody else is not this person's. */
async function requireSamePerson(userId: string, astraUserId: string): Promise<void> {
  const intent = await findCurrentIntent(userId);
  if (!intent) return;
  const { user_id: became } = await astra().userIntents.get(intent.astraId);
  if (became && became !== astraUserId) throw new OtherPersonError();
}

async function storeConnection(
  tx: Transaction,
  connection: { userId: string; user: AstraUser; pair: TokenPair; askedAt: Date },
): Promise<void> {
  const { userId, user, pair, askedAt } = connection;
  const fresh = {
    ...tokenColumns(userId, pair, askedAt),
    status: 'active' as const,
    astraUserStatus: outsideText(user.status) ?? 'unknown',
    kycType: outsideText(user.kyc_type),
    shortName: shortName(user),
    refreshLeaseId: null,
    refreshLeaseUntil: null,
  };
  await tx.astraConnection.createMany({
    data: { userId, astraUserId: user.id, ...fresh },
    skipDuplicates: true,
  });
  // The new version number makes a refresh that is under way elsewhere write nothing.
  const { count } = await tx.astraConnection.updateMany({
    where: { userId, astraUserId: user.id },
    data: { ...fresh, tokenVersion: { increment: 1 } },
  });
  if (count === 0) throw new OtherPersonError();
}
