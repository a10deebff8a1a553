import 'server-only';
import { AstraConflictError, AstraError, AstraInvalidRequestError } from '@/lib/astra';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Transfer } from '@/lib/db/generated/client';
import { db, type Transaction } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { storeTransfer } from './store/store-transfer';

/** How long after a lost answer Astra is looked at once more: a slow request may still arrive. */
const secondLookMs = 60_000;

/**
 * Stops one of a person's transfers, if Astra still can. Asking twice leaves what asking once does.
 *
 * Whatever Astra answers, and if it answers nothing, the transfer itself is looked at afterwards:
 * only what Astra shows is told.
 *
 * @throws UserFacingError when it is not stopped, or nobody can tell.
 */
export async function cancelTransfer(userId: string, transferId: string): Promise<void> {
  const transfer = await db().transfer.findFirst({ where: { id: transferId, userId } });
  if (!transfer) throw new UserFacingError('This transfer is not yours, or is gone.');
  if (transfer.status !== 'pending') throw new UserFacingError(ended(transfer.status));
  const answer = await askToCancel(transfer);
  if (answer.kind === 'cancelled') return;
  if (answer.kind === 'lost') await db().$transaction((tx) => lookLater(tx, transfer));
  const status = await lookAtIt(transfer).catch(() => undefined);
  if (status === 'cancelled') return;
  if (status !== undefined && status !== 'pending') throw new UserFacingError(ended(status));
  throw new UserFacingError(answer.kind === 'refused' ? refusal(answer.said) : stillUnknown);
}

type Answer = { kind: 'cancelled' | 'lost' } | { kind: 'refused'; said: string | undefined };

const unanswered = [
  'transfer.cancel_unanswered',
  'Astra did not say whether the transfer is cancelled.',
] as const;

/** @throws UserFacingError when Astra was not asked, or could not take the question now. */
async function askToCancel(transfer: Transfer): Promise<Answer> {
  const { userId, astraId: id } = transfer;
  try {
    const seen = await withAccessToken(userId, (accessToken) =>
      astra().transfers.cancel({ accessToken, id }),
    );
    const isCancelled = seen.status === 'cancelled';
    await db().$transaction(async (tx) => {
      await storeTransfer(tx, userId, seen);
      await (isCancelled
        ? writeDown(tx, transfer, 'transfer.cancelled', 'Astra cancelled the transfer.')
        : writeDown(tx, transfer, ...unanswered));
    });
    // Any other status would be news, and has to be looked at.
    return { kind: isCancelled ? 'cancelled' : 'lost' };
  } catch (error) {
    if (!(error instanceof AstraError)) return explainSilence(error);
    log().warn({ err: error, userId }, 'a transfer was not cancelled');
    const { outcomeUnknown: isLost, requestId, description: said } = error;
    const [action, detail] = isLost
      ? unanswered
      : ['transfer.cancel_refused', 'Astra did not cancel the transfer.'];
    await db().$transaction((tx) => writeDown(tx, transfer, action, detail, requestId));
    if (isLost) return { kind: 'lost' };
    return isRefusal(error) ? { kind: 'refused', said } : explainSilence(error);
  }
}

/** Astra's word on this transfer, and not on how often or by whom it was asked. */
function isRefusal(error: AstraError): boolean {
  return error instanceof AstraInvalidRequestError || error instanceof AstraConflictError;
}

/** Several transfers may share a payment's reference, so these acts go by the transfer's own id. */
function writeDown(
  tx: Transaction,
  { userId, astraId }: Transfer,
  action: string,
  detail: string,
  astraRequestId: string | null = null,
): Promise<void> {
  const act = { userId, actorId: userId, correlationId: astraId, action, detail, astraRequestId };
  return recordAudit(tx, act);
}

/** @returns the status that Astra shows. */
async function lookAtIt({ userId, astraId: id }: Transfer): Promise<string> {
  const seen = await withAccessToken(userId, (accessToken) =>
    astra().transfers.get({ accessToken, id }),
  );
  await db().$transaction((tx) => storeTransfer(tx, userId, seen));
  return seen.status;
}

async function lookLater(tx: Transaction, { userId, astraId }: Transfer): Promise<void> {
  const connection = await tx.astraConnection.findUnique({ where: { userId } });
  if (!connection) return;
  const { astraUserId } = connection;
  const look = { resource: 'transfer', resourceId: astraId, astraUserId } as const;
  await enqueueSync(tx, look);
  await enqueueSync(tx, look, { delayMs: secondLookMs });
}

const stillUnknown =
  'Astra has not said whether the transfer is stopped. We keep asking, and this page shows what comes of it. Until then, count on the money moving.';

function ended(status: string): string {
  if (status === 'cancelled') return 'This transfer is cancelled already.';
  if (status === 'processed')
    return 'This transfer has arrived, so it cannot be cancelled any more.';
  if (status === 'failed')
    return 'This transfer has failed: no money arrives, and nothing is left to cancel.';
  return 'This transfer cannot be cancelled any more.';
}

/** The window is in Astra's older documentation; the newer one says only that its answer is final. */
function refusal(said: string | undefined): string {
  const words = said ? ` Astra says: ${said.replace(/\.?$/, '.')}` : '';
  return `It is too late to stop this transfer.${words} Card payments leave within seconds; payments between bank accounts can be stopped until 5 pm Eastern time (2 pm Pacific) on their first banking day. Nothing else can stop it now.`;
}
