'use server';

import { z } from 'zod';
import { startVerifyCard } from '@/lib/hosted/start-verify-card';
import { userAction } from '@/lib/http/user-action';

/** Opens a trip to Astra's page for verifying a card that its review has flagged. */
export const openVerifyCard = userAction({
  name: 'open verify card',
  schema: z.object({ cardId: z.uuid() }),
  run: async ({ cardId }, user) => ({ url: await startVerifyCard(user.id, cardId) }),
});
