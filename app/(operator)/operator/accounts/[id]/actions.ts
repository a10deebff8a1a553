'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { setHeldBalance } from '@/lib/accounts/set-held-balance';
import { userAction } from '@/lib/http/user-action';
import { parseBalance } from '@/lib/money';

const balance = z.string().transform((typed, context) => {
  const parsed = parseBalance(typed);
  if (parsed.ok) return parsed.cents;
  context.addIssue({ code: 'custom', message: parsed.message });
  return z.NEVER;
});

/** Sets what an account that we hold has. */
export const submitHeldBalanceForm = userAction({
  name: 'set held balance',
  operatorsOnly: true,
  schema: z.object({ accountId: z.uuid(), current: balance, available: balance }),
  run: async ({ accountId, current, available }, operator): Promise<undefined> => {
    await setHeldBalance({
      accountId,
      operatorId: operator.id,
      currentCents: current,
      availableCents: available,
    });
    refresh();
  },
});
