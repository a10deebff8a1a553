import 'server-only';
import { db } from '@/lib/db/prisma';
import { labelEnds } from '../label-ends';
import { mergeNewest } from '../list/merge-newest';
import type { Placed } from '../list/newest-first';
import type { TransferFilter } from '../list/transfer-filter';
import { transfersWhere } from '../list/transfers-where';
import { receivedWhere } from '../received/received-where';
import { receivedColumns, showReceived } from '../received/show-received';
import { byteOrderMark } from './csv-line';
import { headerLine, receivedLine, sentLine } from './export-lines';
import { readBatches } from './read-batches';

/** A line of the file, and where it stands in it. */
type Line = Placed & { text: string };

/**
 * What this person sent and received as the lines of a CSV file, newest first, read from the database
 * a few hundred at a time and only as fast as they are taken. Nothing is held open in between: each
 * batch begins after the last transfer of the one before.
 */
export async function* exportTransfers(
  userId: string,
  filter: TransferFilter,
): AsyncGenerator<string, void, undefined> {
  yield byteOrderMark + headerLine;
  const lines = mergeNewest(sentLines(userId, filter), receivedLines(userId, filter));
  for await (const { text } of lines) yield text;
}

async function* sentLines(
  userId: string,
  filter: TransferFilter,
): AsyncGenerator<Line, void, undefined> {
  const where = await transfersWhere(userId, filter);
  const batches = readBatches(({ after, page }) =>
    db().transfer.findMany({ where: { AND: [where, after] }, ...page }),
  );
  for await (const batch of batches) {
    const endsOf = await labelEnds(userId, batch);
    for (const transfer of batch) {
      const { startedAt, id } = transfer;
      yield { startedAt, id, text: sentLine(transfer, endsOf(transfer)) };
    }
  }
}

async function* receivedLines(
  userId: string,
  filter: TransferFilter,
): AsyncGenerator<Line, void, undefined> {
  const where = await receivedWhere(userId, filter);
  const select = receivedColumns;
  const batches = readBatches(({ after, page }) =>
    db().transfer.findMany({ where: { AND: [where, after] }, select, ...page }),
  );
  for await (const batch of batches) {
    for (const received of await showReceived(userId, batch)) {
      const { startedAt, id } = received;
      yield { startedAt, id, text: receivedLine(received) };
    }
  }
}
