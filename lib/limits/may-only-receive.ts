import 'server-only';
import { db } from '@/lib/db/prisma';
import { isReceiveOnly } from './require-may-send';

/** Whether this person can receive money here and not send any. */
export async function mayOnlyReceive(userId: string): Promise<boolean> {
  return isReceiveOnly(await db().astraConnection.findUnique({ where: { userId } }));
}
