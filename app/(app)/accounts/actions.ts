'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { checkAccount } from '@/lib/accounts/check-account';
import { removeAccount } from '@/lib/accounts/remove-account';
import { startLinkAccount } from '@/lib/hosted/start-link-account';
import { userAction } from '@/lib/http/user-action';

const oneAccount = z.object({ accountId: z.uuid().toLowerCase() });

/** Opens a trip to Astra's page for linking bank accounts. */
export const openLinkAccount = userAction({
  name: 'open link account',
  schema: z.object({}),
  run: async (_input, user) => ({ url: await startLinkAccount(user.id) }),
});

/** Opens a trip to Astra's page for connecting one account again. */
export const openReconnectAccount = userAction({
  name: 'open reconnect account',
  schema: oneAccount,
  run: async ({ accountId }, user) => ({
    url: await startLinkAccount(user.id, { reconnectAccountId: accountId }),
  }),
});

/** Has an account looked at, at Astra. */
export const submitCheckAccount = userAction({
  name: 'check account',
  schema: oneAccount,
  limit: { count: 10, minutes: 5 },
  run: async ({ accountId }, user) => checkAccount(user.id, accountId),
});

/** Removes an account at Astra and here, and shows that it is gone once that is known. */
export const submitRemoveAccount = userAction({
  name: 'remove account',
  schema: oneAccount,
  limit: { count: 20, minutes: 5 },
  run: async ({ accountId }, user): Promise<{ knownSince: Date }> => {
    const end = await removeAccount(user.id, accountId);
    refresh();
    return end === 'removed' ? redirect(`/accounts/${accountId}`) : end;
  },
});
