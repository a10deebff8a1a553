'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { removeCard } from '@/lib/cards/remove-card';
import { userAction } from '@/lib/http/user-action';

/** Removes a card, and shows what became of it. */
export const submitRemoval = userAction({
  name: 'remove card',
  schema: z.object({ cardId: z.uuid() }),
  run: async ({ cardId }, user): Promise<undefined> => {
    try {
      await removeCard(user.id, cardId);
    } finally {
      // Refused, it may have found out what keeps the card.
      refresh();
    }
    redirect(`/cards/${cardId}`);
  },
});
