'use server';

import { z } from 'zod';
import { startBankLink } from '@/lib/bank-link/start-bank-link';
import { userAction } from '@/lib/http/user-action';

/** Opens a trip to the person's bank. */
export const openBankLink = userAction({
  name: 'open bank link',
  schema: z.object({}),
  limit: { count: 20, minutes: 15 },
  run: async (_input, user) => ({ url: await startBankLink(user.id) }),
});
