import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { callbackPath } from '../callback-path';

/** The reference of a visit, as the page's address has it. */
export const visitReference = z.uuid();

/** Where the stand-in sends people back to: only into this app, at the end of a trip. */
export const visitReturn = z.string().refine((url) => {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  return origin === new URL(env().NEXTAUTH_URL).origin && pathname.startsWith(callbackPath);
});

/**
 * Whether this person set out on the visit. A real bank's page can't ask that, so there somebody may
 * be talked into sharing accounts on a stranger's trip; see docs/decisions/0018.
 */
export async function isVisitOf(userId: string, reference: string): Promise<boolean> {
  return (await db().standInBankVisit.count({ where: { reference, userId } })) === 1;
}

/**
 * Ends a person's visit at the stand-in with the accounts that were shared, or with none. A visit
 * that has ended stays as it was, and so does one of somebody else's.
 */
export async function endVisit(
  userId: string,
  reference: string,
  shared: readonly string[],
): Promise<void> {
  await db().$executeRaw`
    UPDATE stand_in_bank_visits SET ended_at = clock_timestamp(), shared = ${[...shared]}
    WHERE reference = ${reference}::uuid AND user_id = ${userId}::uuid
      AND ended_at IS NULL AND expires_at > clock_timestamp()`;
}
