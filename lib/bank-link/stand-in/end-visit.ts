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
 * Ends a visit at the stand-in with the accounts that were shared, or with none. A visit that has
 * ended stays as it was.
 */
export async function endVisit(reference: string, shared: readonly string[]): Promise<void> {
  await db().$executeRaw`
    UPDATE stand_in_bank_visits SET ended_at = clock_timestamp(), shared = ${[...shared]}
    WHERE reference = ${reference}::uuid AND ended_at IS NULL AND expires_at > clock_timestamp()`;
}
