import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/**
 * Whether somebody has chosen that other people send them nothing. Only that choice counts: a card
 * that fails for a while stops nothing that was planned (./find-receiving-choice).
 */
export function receivesNothing(recipientId: string): Promise<boolean> {
  return findChoice(recipientId, Prisma.empty);
}

/** The same for whoever acts on it: waits for a choice that is just being written, to go by it. */
export function willReceiveNothing(recipientId: string): Promise<boolean> {
  return findChoice(recipientId, Prisma.sql`FOR SHARE`);
}

async function findChoice(recipientId: string, lock: Prisma.Sql): Promise<boolean> {
  const found = await db().$queryRaw<unknown[]>`
    SELECT FROM users
    WHERE id = ${recipientId}::uuid
      AND receiving_card_id IS NULL AND receiving_account_id IS NULL ${lock}`;
  return found.length > 0;
}
