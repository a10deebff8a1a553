import 'server-only';
import { db } from '@/lib/db/prisma';

/**
 * Whether somebody has chosen that other people send them nothing. Only that choice counts: a card
 * that fails for a while stops nothing that was planned (./find-receiving-choice). Waits for a choice
 * that is just being written, so that whoever asks goes by it.
 */
export async function receivesNothing(recipientId: string): Promise<boolean> {
  const found = await db().$queryRaw<unknown[]>`
    SELECT FROM users
    WHERE id = ${recipientId}::uuid
      AND receiving_card_id IS NULL AND receiving_account_id IS NULL
    FOR SHARE`;
  return found.length > 0;
}
