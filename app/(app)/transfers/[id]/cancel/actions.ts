'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { cancelTransfer } from '@/lib/transfers/cancel-transfer';

/** Stops a transfer, and shows what became of it. */
export const submitCancel = userAction({
  name: 'cancel transfer',
  schema: z.object({ transferId: z.uuid() }),
  run: async ({ transferId }, user): Promise<undefined> => {
    try {
      await cancelTransfer(user.id, transferId);
    } finally {
      // Refused, it may have found out how the transfer ended.
      refresh();
    }
    redirect(`/transfers/${transferId}`);
  },
});
