import 'server-only';
import { z } from 'zod';
import { storeAccount } from '@/lib/accounts/store-account';
import { storeCard } from '@/lib/cards/store-card';
import { databaseTime } from '@/lib/db/database-time';
import type { ListKind } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { enqueueListReadAfterChange } from '@/lib/lists/list-reads';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { finishLoan, recallUnlessOnLoan } from '@/lib/tokens/finish-loan';
import { withAccessToken } from '@/lib/tokens/with-access-token';

/** What a browser tells of its talk with the secure host. Any of it may be invented. */
export const entryReport = z.object({
  /** What it got with the token that it was lent. */
  loan: z.string().min(1).max(100),
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
    await db().$transaction((tx) => storeAccount(tx, userId, account, { at }));
  });
}

/**
 * Ends what a browser did at the secure host: has the new card or account fetched from Astra with
 * the person's own token, and recalls the token that was lent. Each loan is finished once.
 *
 * Whatever fails here, two things come about: unless Astra refused, the list is read, which is
 * written down first; and the token is recalled, which was planned when it was lent.
 *
 * @param store fetches and stores what the browser says was created. Astra shows people their own.
 * @throws UserFacingError when this person has no such loan open.
 */
async function finishEntry(
  userId: string,
  report: EntryReport,
  list: ListKind,
  store: (id: string) => Promise<void>,
): Promise<EntryEnd> {
  const { loan, outcome, requestId, id } = report;
  const addedNothing = outcome === 'refused';
  const version = await db().$transaction(async (tx) => {
    const lent = await finishLoan(tx, { userId, purpose: list, loan, addedNothing });
    if (lent !== null && !addedNothing) await enqueueListReadAfterChange(tx, userId, list);
    return lent;
  });
  if (version === null) {
    throw new UserFacingError(`This form is over. Look at your ${list} before you go on.`);
  }
  log().info({ userId, list, outcome, requestId }, 'an entry at the secure host ended');
  const isStored = outcome === 'created' && (await storeIfShown(() => store(id)));
  await recallUnlessOnLoan({ userId, version }).catch((error: unknown) => {
    log().warn({ userId, err: error }, 'a lent token could not be recalled yet');
  });
  if (addedNothing) return 'refused';
  return isStored ? 'stored' : 'checking';
}

/** False when Astra shows it not, or not yet, and when it could not be stored: the list will tell. */
async function storeIfShown(store: () => Promise<void>): Promise<boolean> {
  try {
    await store();
    return true;
  } catch (error) {
    log().warn({ err: error }, 'what was added at the secure host could not be stored yet');
    return false;
  }
}
