import 'server-only';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { enqueueListReadAfterChange } from '@/lib/lists/list-reads';
import { recallAccessToken } from '@/lib/tokens/recall-access-token';

/**
 * Ends a loan whose time is up, whoever still has the token. A browser that was never heard of again
 * may have added something all the same, so the list is read.
 *
 * @throws as {@link recallAccessToken}. It then has to be tried again.
 */
export async function expireLoan(loanId: string): Promise<void> {
  const loan = await db().$transaction(async (tx) => {
    const { count } = await tx.accessTokenLoan.updateMany({
      where: { id: loanId, finishedAt: null },
      data: { finishedAt: await databaseTime(tx) },
    });
    const row = await tx.accessTokenLoan.findUnique({ where: { id: loanId } });
    if (row && count > 0) await enqueueListReadAfterChange(tx, row.userId, row.purpose);
    return row;
  });
  if (loan) await recallAccessToken(loan);
}
