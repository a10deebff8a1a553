import { astra } from '@/lib/partner/astra';
import { storeBatch } from '@/lib/transfers/store/store-batch';
import { recordFoundChange } from '../sync/record-found-change';
import type { Subject, Write } from './handler';

/**
 * `batch_transfer_created` and `batch_transfer_updated`. A batch is the program's own, so Astra shows
 * it to the program, and nobody's authorization is needed. Otherwise like any {@link Handler}.
 */
export async function handleBatch({
  resourceId: astraId,
  wasTold = false,
}: Omit<Subject, 'userId'>): Promise<Write> {
  const batch = await astra().transfers.getBatch(astraId);
  return {
    within: (tx) => {
      const write = () => storeBatch(tx, batch);
      return recordFoundChange(tx, { resource: 'batch', astraId, wasTold, write });
    },
  };
}
