import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { newestFirst, type Placed } from '../list/newest-first';

const batchSize = 500;

/** What a query for one batch adds to what it looks for. */
export type BatchOf = {
  /** Leaves out what the batches before held. */
  after: Prisma.TransferWhereInput;
  page: { orderBy: Prisma.TransferOrderByWithRelationInput[]; take: number };
};

/**
 * All that a query finds, newest first, a batch at a time: each begins after the last transfer of the
 * one before, so nothing is held open in between.
 */
export async function* readBatches<Row extends Placed>(
  read: (batch: BatchOf) => Promise<Row[]>,
): AsyncGenerator<Row[], void, undefined> {
  const page = { orderBy: [...newestFirst], take: batchSize };
  let last: Row | undefined;
  do {
    const batch = await read({ after: last ? after(last) : {}, page });
    yield batch;
    last = batch.length < batchSize ? undefined : batch.at(-1);
  } while (last);
}

/** The first condition lets the index find the place; the second leaves out what was written. */
function after({ startedAt, id }: Placed): Prisma.TransferWhereInput {
  return {
    startedAt: { lte: startedAt },
    OR: [{ startedAt: { lt: startedAt } }, { id: { lt: id } }],
  };
}
