'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { removeCard } from '@/lib/cards/remove-card';
import { userAction } from '@/lib/http/user-action';

/** Removes a card, and shows what became of it once that is known. */
export const submitRemoval = userAction({
  name: 'remove card',
  schema: z.object({ cardId: z.uuid() }),
  run: async ({ cardId }, user): Promise<{ knownSince: Date }> => {
    try {
      const end = await removeCard(user.id, cardId);
      return end === 'removed' ? redirect(`/cards/${cardId}`) : end;
    } finally {
      // Refused, it may have found out what keeps the card.
      refresh();
    }
  },
});
