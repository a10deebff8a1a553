import 'server-only';
import { z } from 'zod';
import { storeAccount } from '@/lib/accounts/store-account';
import { AstraError } from '@/lib/astra';
import { storeCard } from '@/lib/cards/store-card';
import { databaseTime } from '@/lib/db/database-time';
import type { ListKind } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { enqueueListReadAfterChange } from '@/lib/lists/list-reads';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { recallAccessToken } from '@/lib/tokens/recall-access-token';
import { withAccessToken } from '@/lib/tokens/with-access-token';

/** What a browser tells of its talk with the secure host. Any of it may be invented. */
export const entryReport = z.object({
  /** The number of the pair of tokens that was lent. */
  version: z.coerce.number().int().min(0),
  outcome: z.enum(['created', 'refused', 'unknown']),
  /** Astra's id of what was created. */
  id: z.string().max(200).default(''),
  /** What Astra's support asks for. Nothing else is let into the log, or it could be a number. */
  requestId: z.uuid().catch(''),
});

export type EntryReport = z.output<typeof entryReport>;

/** `checking`: it may have been added, and the list is being read to find out. */
export type EntryEnd = 'stored' | 'refused' | 'checking';

/** Ends the entry of a card's number: see {@link finishEntry}. */
export function finishCardEntry(userId: string, report: EntryReport): Promise<EntryEnd> {
  return finishEntry(userId, report, 'cards', async (id) => {
    const seenAt = await databaseTime();
    const card = await withAccessToken(userId, (accessToken) =>
      astra().cards.get({ accessToken, id }),
    );
    await db().$transaction((tx) => storeCard(tx, userId, card, seenAt));
  });
}

/** Ends the entry of an account's numbers: see {@link finishEntry}. */
export function finishAccountEntry(userId: string, report: EntryReport): Promise<EntryEnd> {
  return finishEntry(userId, report, 'accounts', async (id) => {
    const at = await databaseTime();
    const account = await withAccessToken(userId, (accessToken) =>
      astra().accounts.get({ accessToken, id }),
    );
    // The browser could name an account that was linked otherwise; of those, a bank tells a balance.
    const origin = account.current_balance_cents === null ? 'numbers' : undefined;
    await db().$transaction((tx) => storeAccount(tx, userId, account, { at, origin }));
  });
}

/**
 * Ends what a browser did at the secure host: has the new card or account fetched from Astra with
 * the person's own token, and recalls the token that was lent. If the recall fails it is tried again
 * later, because it was planned when the token was lent.
 *
 * @param store fetches and stores what the browser says was created. Astra shows people their own.
 */
async function finishEntry(
  userId: string,
  report: EntryReport,
  list: ListKind,
  store: (id: string) => Promise<void>,
): Promise<EntryEnd> {
  const { version, outcome, requestId, id } = report;
  log().info({ userId, list, outcome, requestId }, 'an entry at the secure host ended');
  const isStored = outcome === 'created' && (await storeIfShown(() => store(id)));
  if (!isStored && outcome !== 'refused') {
    await db().$transaction((tx) => enqueueListReadAfterChange(tx, userId, list));
  }
  await recallAccessToken({ userId, version }).catch((error: unknown) => {
    log().warn({ userId, err: error }, 'a lent token could not be recalled yet');
  });
  if (outcome === 'refused') return 'refused';
  return isStored ? 'stored' : 'checking';
}

/** False when Astra shows it not, or not yet. */
async function storeIfShown(store: () => Promise<void>): Promise<boolean> {
  try {
    await store();
    return true;
  } catch (error) {
    if (error instanceof AstraError || error instanceof NeedsAuthorizationError) return false;
    throw error;
  }
}
