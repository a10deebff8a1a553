import 'server-only';
import type { BatchTransfer } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { notifyOwnersOf } from '@/lib/live/notify';
import { recordImpossibleChange } from '@/lib/looks/record-impossible-change';
import { outsideId, outsideText } from '@/lib/partner/outside-text';
import { isAllowedTransition } from './transitions';

/**
 * Writes down a batch as Astra shows it to the program, and which transfers it pays for. A batch is
 * a transfer too, so an old answer changes nothing, and a status that cannot follow on the known one
 * is recorded and not believed: see `storeTransfer`.
 */
export async function storeBatch(tx: Transaction, batch: BatchTransfer): Promise<string> {
  const astraId = outsideId(batch.id);
  const status = outsideText(batch.status);
  const seen = columnsOf(batch);
  await tx.batchTransfer.createMany({
    data: { astraId, status: status ?? 'unknown', ...seen },
    skipDuplicates: true,
  });
  await tx.$queryRaw`SELECT 1 FROM batch_transfers WHERE astra_id = ${astraId} FOR UPDATE`;
  const known = await tx.batchTransfer.findUniqueOrThrow({ where: { astraId } });
  if (known.astraUpdatedAt && batch.updated && batch.updated < known.astraUpdatedAt) {
    return 'Nothing: something newer was known already.';
  }
  const shown = status ?? known.status;
  if (!isAllowedTransition(known.status, shown)) {
    const change = { astraId, userId: null, known: known.status, shown };
    await recordImpossibleChange(tx, { resource: 'batch', ...change });
    return `Nothing: a batch does not go from ${known.status} to ${shown}.`;
  }
  await tx.batchTransfer.update({ where: { astraId }, data: { ...seen, status: shown } });
  if (batch.transfers) await storeMembers(tx, astraId, batch.transfers.map(outsideId));
  return `The batch is ${shown}.`;
}

/** In arrays, because a day may have more transfers than a statement may have parameters. */
async function storeMembers(tx: Transaction, astraId: string, transfers: string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM batch_members
    WHERE batch_astra_id = ${astraId} AND transfer_astra_id <> ALL(${transfers})`;
  await tx.$executeRaw`
    INSERT INTO batch_members (batch_astra_id, transfer_astra_id)
    SELECT ${astraId}, unnest(${transfers}::text[]) ON CONFLICT DO NOTHING`;
  await notifyOwnersOf(tx, transfers);
}

/** What is unreadable now does not undo what was readable before. */
function columnsOf({ amount_cents, transfer_count, transfers, created, updated }: BatchTransfer) {
  const count = transfer_count ?? transfers?.length;
  return {
    ...(amount_cents !== null && { amountCents: BigInt(amount_cents) }),
    ...(count !== undefined && { transferCount: count }),
    ...(created && { astraCreatedAt: created }),
    ...(updated && { astraUpdatedAt: updated }),
  };
}
