import 'server-only';
import { db } from '@/lib/db/prisma';
import { toCents } from '@/lib/money';
import { isHeld } from './is-held';

/**
 * What an account that we hold has, from the table that stands in for a ledger here.
 *
 * @returns null for an account that we do not hold.
 */
export async function readHeldBalance(astraAccountId: string) {
  // PostgreSQL's text has no NUL, and takes a query for it as an error.
  if (astraAccountId.includes('\0')) return null;
  const held = await db().heldBalance.findFirst({
    where: { account: { ...isHeld, astraId: astraAccountId } },
  });
  if (!held) return null;
  return {
    availableCents: toCents(held.availableCents),
    currentCents: toCents(held.currentCents),
  };
}
