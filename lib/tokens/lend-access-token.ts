import 'server-only';
import { db } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { type AccessToken, getAccessToken } from './get-access-token';

/** How long a borrower who is never heard of again has it. */
const recallAfterMs = 3 * 60_000;

/**
 * Lends a person's access token to their own browser, which needs it to hand something to Astra that
 * must not pass through here. It has at least a minute to live, and is recalled when its time is up,
 * whether or not the borrower comes back: the recall is written down before anybody has the token.
 *
 * Never put it into a page, an address or a log.
 *
 * @throws NeedsAuthorizationError when the person has to authorize us first, or again.
 */
export async function lendAccessToken(userId: string): Promise<AccessToken> {
  const lent = await getAccessToken(userId);
  const { version } = lent;
  await db().$transaction((tx) =>
    addJob(
      tx,
      'recall_access_token',
      { userId, version },
      { key: `${userId}:${version}`, delayMs: recallAfterMs },
    ),
  );
  return lent;
}
