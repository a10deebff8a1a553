'use server';

import { z } from 'zod';
import { routingNumberField } from '@/lib/direct-entry/account-entry';
import { entryReport, finishAccountEntry } from '@/lib/direct-entry/finish-entry';
import { lendForEntry, lendingLimit } from '@/lib/direct-entry/lend-for-entry';
import { lookUpBank } from '@/lib/direct-entry/look-up-bank';
import { userAction } from '@/lib/http/user-action';

/** What a routing number tells about its bank. The account number never comes here. */
export const lookUpRouting = userAction({
  name: 'look up routing number',
  schema: z.object({ digits: routingNumberField }),
  secretFields: ['digits'],
  limit: { count: 40, minutes: 5 },
  run: ({ digits }) => lookUpBank(digits),
});

/** Lends the person's token to their browser, for one account. */
export const lendForAccount = userAction({
  name: 'lend access token',
  schema: z.object({}),
  limit: lendingLimit,
  run: (_input, user) => lendForEntry(user.id, 'accounts'),
});

/** Stores what was added, and recalls the token. */
export const finishAccount = userAction({
  name: 'finish entry',
  schema: entryReport,
  run: (report, user) => finishAccountEntry(user.id, report),
});
