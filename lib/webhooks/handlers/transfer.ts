import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { storeAndFinish, storeTransfer } from '@/lib/transfers/store/store-transfer';
import type { Subject, Write } from './handler';

/** `transfer_created`, `transfer_updated`, and what happens to a dispute of the transfer. */
export async function handleTransfer({
  resourceId,
  userId,
  wasTold = false,
}: Subject): Promise<Write> {
  const transfer = await withAccessToken(userId, (accessToken) =>
    astra().transfers.get({ accessToken, id: resourceId }),
  );
  return {
    within: (tx) => storeTransfer(tx, userId, transfer, { wasTold }),
    alone: (eventIds) => storeAndFinish(userId, transfer, eventIds),
  };
}
