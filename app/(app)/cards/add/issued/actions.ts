'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { addIssuedCard } from '@/lib/issuing/add-issued-card';

/** Adds one of the cards that we issued to this person to Astra. */
export const submitIssuedCard = userAction({
  name: 'add issued card',
  schema: z.object({ cardId: z.string().min(1).max(200) }),
  limit: { count: 20, minutes: 5 },
  run: async ({ cardId }, user): Promise<'added' | 'checking'> => {
    try {
      return await addIssuedCard({ userId: user.id, cardId });
    } finally {
      refresh();
    }
  },
});
