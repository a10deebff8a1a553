import 'server-only';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { storeFoundTransfer } from './store/store-found-transfer';

/** Reads a person's newest transfers at Astra: those that an event should have told us of. */
export async function syncTransfers(userId: string): Promise<void> {
  const { items } = await withAccessToken(userId, (accessToken) =>
    astra().transfers.list({ accessToken }).firstPage(),
  );
  for (const transfer of items) {
    await storeFoundTransfer(userId, transfer);
  }
}
