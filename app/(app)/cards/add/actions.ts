'use server';

import { z } from 'zod';
import { startLinkCard } from '@/lib/hosted/start-link-card';
import { userAction } from '@/lib/http/user-action';

/** Opens a trip to Astra's page for adding cards: straight to its form for one, or to the page. */
export const openLinkCard = userAction({
  name: 'open link card',
  schema: z.object({ cards: z.enum(['one', 'several']) }),
  run: async ({ cards }, user) => ({
    url: await startLinkCard(user.id, { debitDirect: cards === 'one' }),
  }),
});
