import 'server-only';
import type { Transfer } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { formatPlain, toCents } from '@/lib/money';
import { byteOrderMark, csvLine } from './csv-line';
import { type EndLabels, labelEnds } from './label-ends';
import { newestFirst } from './newest-first';
import type { TransferFilter } from './transfer-filter';
import { transfersWhere } from './transfers-where';

const batchSize = 500;

const columns = [
  'Date (UTC)',
  'Name',
  'Status',
  'Amount',
  'Currency',
  'From',
  'To',
  'Reference',
  'Failure reason',
  'Transfer',
] as const;

/**
 * This person's transfers as the lines of a CSV file, newest first, read from the database a few
 * hundred at a time and only as fast as they are taken. Nothing is held open in between: each batch
 * begins after the last transfer of the one before.
 */
export async function* exportTransfers(
  userId: string,
  filter: TransferFilter,
): AsyncGenerator<string, void, undefined> {
  yield byteOrderMark + csvLine(columns);
  const where = transfersWhere(userId, filter);
  let last: Transfer | undefined;
  do {
    const batch = await db().transfer.findMany({
      where: { AND: [where, last ? after(last) : {}] },
      orderBy: [...newestFirst],
      take: batchSize,
    });
    const endsOf = await labelEnds(userId, batch);
    for (const transfer of batch) yield lineOf(transfer, endsOf(transfer));
    last = batch.length < batchSize ? undefined : batch.at(-1);
  } while (last);
}

/** The first condition lets the index find the place; the second leaves out what was written. */
function after({ startedAt, id }: Transfer) {
  return {
    startedAt: { lte: startedAt },
    OR: [{ startedAt: { lt: startedAt } }, { id: { lt: id } }],
  };
}

function lineOf(transfer: Transfer, { from, to }: EndLabels): string {
  return csvLine([
    transfer.startedAt.toISOString(),
    transfer.name ?? '',
    transfer.status,
    formatPlain(toCents(transfer.amountCents)),
    'USD',
    from ?? '',
    to ?? '',
    transfer.clientCorrelationId ?? '',
    transfer.failureReason ?? '',
    transfer.astraId,
  ]);
}
