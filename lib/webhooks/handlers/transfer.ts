import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { storeTransfer } from '@/lib/transfers/store-transfer';
import type { Handler } from './handler';

/** `transfer_created`, `transfer_updated`, and what happens to a dispute of the transfer. */
export const handleTransfer: Handler = async ({ resourceId, userId, wasTold = false }) => {
  const transfer = await withAccessToken(userId, (accessToken) =>
    astra().transfers.get({ accessToken, id: resourceId }),
  );
  return (tx) => storeTransfer(tx, userId, transfer, { wasTold });
};
