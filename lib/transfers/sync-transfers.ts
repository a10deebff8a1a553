import 'server-only';
import { db } from '@/lib/db/prisma';
import { astra } from '@/lib/partner/astra';
import { outsideId } from '@/lib/partner/outside-text';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { recordFoundChange } from '@/lib/webhooks/record-found-change';
import { storeTransfer } from './store-transfer';

/** Reads a person's newest transfers at Astra: those that an event should have told us of. */
export async function syncTransfers(userId: string): Promise<void> {
  const { items } = await withAccessToken(userId, (accessToken) =>
    astra().transfers.list({ accessToken }).firstPage(),
  );
  for (const transfer of items) {
    await db().$transaction((tx) =>
      recordFoundChange(tx, {
        resource: 'transfer',
        astraId: outsideId(transfer.id),
        wasTold: false,
        write: () => storeTransfer(tx, userId, transfer),
      }),
    );
  }
}
