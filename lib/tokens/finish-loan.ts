import 'server-only';
import type { ListKind } from '@/lib/db/generated/client';
import { db, type Transaction } from '@/lib/db/prisma';
import { hashLoanSecret } from './loan-secret';
import { recallAccessToken } from './recall-access-token';

type Finish = {
  userId: string;
  purpose: ListKind;
  /** What the borrower shows. */
  loan: string;
  /** The borrower says that nothing was added. */
  addedNothing: boolean;
};

/**
 * Takes note that a borrower is done. A loan is finished once, and by the person whose token it is.
 *
 * @returns the number of the pair of tokens that was lent, or null when there is no such loan open.
 */
export async function finishLoan(tx: Transaction, finish: Finish): Promise<number | null> {
  const { userId, purpose, loan, addedNothing } = finish;
  const [finished] = await tx.$queryRaw<{ version: number }[]>`
    UPDATE access_token_loans
    SET finished_at = clock_timestamp(),
        settled_at = CASE WHEN ${addedNothing} THEN clock_timestamp() END
    WHERE secret_hash = ${hashLoanSecret(loan)} AND user_id = ${userId}::uuid
      AND purpose = ${purpose}::list_kind AND finished_at IS NULL
    RETURNING version`;
  return finished?.version ?? null;
}

/**
 * Recalls a token of which a loan was finished, unless another form of the same person may be using
 * it: the last one ends it, or the time that was set when it was first lent.
 *
 * @throws as {@link recallAccessToken}
 */
export async function recallUnlessOnLoan(lent: { userId: string; version: number }): Promise<void> {
  const { userId, version } = lent;
  const open = await db().$queryRaw<unknown[]>`
    SELECT FROM access_token_loans
    WHERE user_id = ${userId}::uuid AND version = ${version}
      AND finished_at IS NULL AND expires_at > clock_timestamp() LIMIT 1`;
  if (open.length === 0) await recallAccessToken(lent);
}
