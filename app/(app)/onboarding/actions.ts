'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { startAuthorization } from '@/lib/hosted/start-authorization';
import { clientIp } from '@/lib/http/client-ip';
import { userAction } from '@/lib/http/user-action';
import { createUserIntent } from '@/lib/onboarding/create-user-intent';
import { detailsSchema } from '@/lib/onboarding/details';

/** Sends the person's details to Astra for its check. */
export const submitDetails = userAction({
  name: 'submit details',
  schema: detailsSchema.extend({ submissionKey: z.uuid() }),
  secretFields: ['ssn'],
  run: async ({ submissionKey, ...details }, user) => {
    const ipAddress = await clientIp();
    const { id: userId, email } = user;
    await createUserIntent({ userId, email, submissionKey, ipAddress, details });
    // The page moves on at once, also where the live stream can't reach it.
    refresh();
  },
});

/** Opens a trip to Astra's authorization pages. */
export const openAuthorization = userAction({
  name: 'open authorization',
  schema: z.object({}),
  run: async (_input, user) => ({ url: await startAuthorization(user.id) }),
});
