import 'server-only';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { isHeld } from './is-held';

/** Astra asks us a moment after it was told. By then it has our answer and shows it. */
const lookAfterMs = 5_000;

/**
 * Tells Astra that the balance of an account has changed. Astra then asks our endpoint, and a little
 * later we look at the account there: what people see is what Astra goes by, with its own time. If
 * Astra is slower than that, the next reading of the person's list shows it.
 *
 * @throws AstraError when Astra could not be told; doing it again does no harm.
 */
export async function sendBalanceUpdate(accountId: string): Promise<void> {
  const account = await db().account.findFirst({
    where: { id: accountId, ...isHeld },
    select: { astraId: true, user: { select: { connection: { select: { astraUserId: true } } } } },
  });
  if (!account) return;
  const { ASTRA_INSTITUTION_ID: institutionId } = env();
  if (!institutionId) {
    log().warn({ accountId }, 'Astra is not told of a balance: ASTRA_INSTITUTION_ID is not set');
    return;
  }
  await astra().accounts.sendBalanceUpdate({ accountId: account.astraId, institutionId });
  const astraUserId = account.user.connection?.astraUserId;
  if (!astraUserId) return;
  const subject = { resource: 'account', resourceId: account.astraId, astraUserId } as const;
  await enqueueSync(db(), subject, { delayMs: lookAfterMs });
}
