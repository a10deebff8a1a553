'use server';

import { z } from 'zod';
import { startLinkCard } from '@/lib/hosted/start-link-card';
import { userAction } from '@/lib/http/user-action';

/** Opens a trip to Astra's page for adding a card. */
export const openLinkCard = userAction({
  name: 'open link card',
  schema: z.object({}),
  run: async (_input, user) => ({ url: await startLinkCard(user.id) }),
});
