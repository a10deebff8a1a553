'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { endValue } from '@/lib/payments/compose/end-value';
import { setReceiving } from '@/lib/people/set-receiving';

const receiving = z.object({
  receiving: z.union([z.literal('nowhere').transform(() => null), endValue], {
    error: 'Choose a card, an account, or “Nothing”.',
  }),
});

/** Chooses where others may send the person money. */
export const setReceivingForm = userAction({
  name: 'choose where to receive',
  schema: receiving,
  limit: { count: 20, minutes: 5 },
  run: async ({ receiving: end }, user): Promise<undefined> => {
    await setReceiving(user.id, end);
    refresh();
  },
  audit: ({ receiving: end }) => ({
    action: 'receiving.changed',
    detail: end
      ? `Others may send money to the person's ${end.kind}.`
      : 'Others may not send the person money.',
  }),
});
