import 'server-only';
import type { BankLinkOutcome, BankLinkSession } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { enqueueListReadAfterChange } from '@/lib/lists/list-reads';
import { notifyUser } from '@/lib/live/notify';
import { log } from '@/lib/log/logger';
import { lastFour, outsideText } from '@/lib/partner/outside-text';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { getAccessToken } from '@/lib/tokens/get-access-token';
import { addSharedAccount } from './add-shared-account';
import { bankLinkProvider } from './bank-link-provider';
import { BankLinkError, type BankTrip } from './provider';
import type { LinkResult } from './results';
import { openReference } from './trip-secrets';

/**
 * Ends a trip from which the person came back: asks the provider how it went, and hands each
 * account that was shared to Astra.
 *
 * The accounts can be had from the provider once. If an earlier attempt died after that, what
 * reached Astra shows in its list, and the rest has to be linked again.
 *
 * @param isLastAttempt when true, a trip that can't be finished is given up.
 * @throws whatever kept us from finding out, so that the job is tried again later.
 */
export async function finishBankLink(sessionId: string, isLastAttempt: boolean): Promise<void> {
  const session = await db().bankLinkSession.findUnique({ where: { id: sessionId } });
  if (!session?.returnedAt || session.finishedAt) return;
  try {
    // Asked first: without it nobody could do anything with the accounts.
    await getAccessToken(session.userId);
    const trip = await askProvider(session);
    if (trip === 'waiting') throw new StillWaitingError();
    if (trip === 'left') await end(session, 'left');
    else await end(session, 'done', await addAll(session.userId, trip.accounts));
  } catch (error) {
    const outcome = outcomeOf(error, isLastAttempt);
    if (!outcome) throw error;
    log().warn({ err: error, sessionId }, 'a trip to a bank came to nothing');
    await end(session, outcome);
  }
}

async function askProvider(session: BankLinkSession): Promise<BankTrip> {
  const provider = bankLinkProvider();
  // The settings were changed meanwhile.
  if (provider?.name !== session.provider)
    throw new BankLinkError('refused', 'Asking the provider');
  return provider.finish({ reference: openReference(session.referenceSealed, session.id) });
}

type Shared = Extract<BankTrip, object>['accounts'];

async function addAll(userId: string, accounts: Shared): Promise<LinkResult[]> {
  const results: LinkResult[] = [];
  for (const account of accounts) {
    const name = outsideText(account.name);
    const mask = lastFour(account.mask);
    results.push({ name, mask, outcome: await addSharedAccount(userId, account) });
  }
  return results;
}

/** The person is back, but the provider does not know yet. */
class StillWaitingError extends Error {
  override name = 'StillWaitingError';
}

/** How a trip ends by this error; null while another attempt may help. */
function outcomeOf(error: unknown, isLastAttempt: boolean): BankLinkOutcome | null {
  if (error instanceof NeedsAuthorizationError) return 'needs_authorization';
  if (error instanceof BankLinkError && error.failure === 'used') return 'interrupted';
  if (error instanceof BankLinkError && error.failure !== 'unavailable') return 'failed';
  if (!isLastAttempt) return null;
  return error instanceof StillWaitingError ? 'left' : 'failed';
}

async function end(
  { id, userId }: BankLinkSession,
  outcome: BankLinkOutcome,
  results: LinkResult[] = [],
): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE bank_link_sessions
      SET finished_at = clock_timestamp(), outcome = ${outcome}::bank_link_outcome,
        results = ${JSON.stringify(results)}::jsonb
      WHERE id = ${id}::uuid AND finished_at IS NULL`;
    // Also when it failed: an earlier attempt may have handed accounts over before it died.
    if (outcome !== 'left') await enqueueListReadAfterChange(tx, userId, 'accounts');
    await notifyUser(tx, userId);
  });
}
