'use server';

import { z } from 'zod';
import { binDigits } from '@/lib/astra/contract/cards';
import { entryReport, finishCardEntry } from '@/lib/direct-entry/finish-entry';
import { lendForEntry, lendingLimit } from '@/lib/direct-entry/lend-for-entry';
import { lookUpBin } from '@/lib/direct-entry/look-up-bin';
import { userAction } from '@/lib/http/user-action';

/** What the first digits of a card tell. More than those never comes here. */
export const lookUpCard = userAction({
  name: 'look up card',
  schema: z.object({ digits: binDigits }),
  secretFields: ['digits'],
  limit: { count: 40, minutes: 5 },
  run: ({ digits }) => lookUpBin(digits),
});

/** Lends the person's token to their browser, for one card. */
export const lendForCard = userAction({
  name: 'lend access token',
  schema: z.object({}),
  limit: lendingLimit,
  run: (_input, user) => lendForEntry(user.id, 'cards'),
});

/** Stores what was added, and recalls the token. */
export const finishCard = userAction({
  name: 'finish entry',
  schema: entryReport,
  run: (report, user) => finishCardEntry(user.id, report),
});
