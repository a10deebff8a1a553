import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ListKind } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { type AccessToken, getAccessToken } from './get-access-token';
import { createLoanSecret, hashLoanSecret } from './loan-secret';

/** How long a borrower who is never heard of again has it. */
const loanSeconds = 3 * 60;
/** For so long others may borrow the same pair, so that each has it for two minutes at least. */
const shareSeconds = 60;

/** An access token, and the secret that its borrower ends the loan with. */
export type LentToken = { accessToken: string; loan: string };

/**
 * Lends a person's access token to their own browser, which needs it to hand something to Astra that
 * must not pass through here. It has at least a minute to live, and is recalled when its time is up,
 * whether or not the borrower comes back: the recall is written down before anybody has the token,
 * and no later loan puts it off.
 *
 * Never put it into a page, an address or a log.
 *
 * @param purpose the list that what is added with it will be in.
 * @throws NeedsAuthorizationError when the person has to authorize us first, or again.
 */
export async function lendAccessToken(userId: string, purpose: ListKind): Promise<LentToken> {
  const { accessToken, version } = await pairToLend(userId);
  const loan = createLoanSecret();
  const loanId = randomUUID();
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO access_token_loans (id, user_id, secret_hash, version, purpose, expires_at)
      VALUES (${loanId}::uuid, ${userId}::uuid, ${hashLoanSecret(loan)}, ${version},
              ${purpose}::list_kind, clock_timestamp() + make_interval(secs => ${loanSeconds}))`;
    const delayMs = loanSeconds * 1000;
    await addJob(tx, 'recall_access_token', { loanId }, { key: loanId, delayMs });
  });
  return { accessToken, loan };
}

/** One that was lent a while ago is replaced first: it may be recalled while the next has it. */
async function pairToLend(userId: string): Promise<AccessToken> {
  const pair = await getAccessToken(userId);
  const lentBefore = await db().$queryRaw<unknown[]>`
    SELECT FROM access_token_loans
    WHERE user_id = ${userId}::uuid AND version = ${pair.version}
      AND created_at < clock_timestamp() - make_interval(secs => ${shareSeconds}) LIMIT 1`;
  return lentBefore.length > 0 ? getAccessToken(userId, pair.version) : pair;
}
