'use server';

import { z } from 'zod';
import { bankLinkProvider } from '@/lib/bank-link/bank-link-provider';
import { endVisit, isVisitOver } from '@/lib/bank-link/stand-in/end-visit';
import { sampleAccounts } from '@/lib/bank-link/stand-in/sample-accounts';
import { visitReference, visitReturn, visitUrl } from '@/lib/bank-link/stand-in/visit-address';
import { userAction } from '@/lib/http/user-action';
import { UserFacingError } from '@/lib/http/user-facing-error';

/** The accounts come as fields of their own names, `on` where they are checked. */
const visit = z.object({ reference: visitReference, return: visitReturn }).catchall(z.string());

/** Shares the chosen accounts, as one does on a bank's page. */
export const shareAccounts = userAction({
  name: 'stand-in: share accounts',
  schema: visit,
  run: async ({ reference, return: url, ...fields }, user) => {
    await requireVisitOf(user.id, reference);
    const chosen = sampleAccounts.map(({ key }) => key).filter((key) => fields[key] === 'on');
    if (chosen.length === 0) {
      throw new UserFacingError('Choose at least one account, or leave the bank.');
    }
    return { url: await end(user.id, reference, chosen, url) };
  },
});

/** Leaves the bank's page with nothing. */
export const leaveBank = userAction({
  name: 'stand-in: leave',
  schema: visit,
  run: async ({ reference, return: url }, user) => {
    await requireVisitOf(user.id, reference);
    return { url: await end(user.id, reference, [], url) };
  },
});

/**
 * Ends a visit. @returns where to go: back, or to its page once more if it had ended before. That
 * page says so, where the way back would show what came of another choice.
 */
async function end(
  userId: string,
  reference: string,
  chosen: string[],
  returnUrl: string,
): Promise<string> {
  return (await endVisit(userId, reference, chosen)) ? returnUrl : visitUrl(reference, returnUrl);
}

async function requireVisitOf(userId: string, reference: string): Promise<void> {
  if (bankLinkProvider()?.name !== 'stand-in') {
    throw new UserFacingError('There is no sample bank here.');
  }
  if ((await isVisitOver(userId, reference)) === null) {
    throw new UserFacingError('Somebody else went to the bank with this page. Nothing was shared.');
  }
}
