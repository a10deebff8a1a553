import 'server-only';
import { db, type Transaction } from '@/lib/db/prisma';
import { namelessPerson } from './short-name';

/** How somebody is called to others, by the name that Astra knows them by. */
export async function findShortName(userId: string, tx: Transaction = db()): Promise<string> {
  const connection = await tx.astraConnection.findUnique({
    where: { userId },
    select: { shortName: true },
  });
  return connection?.shortName ?? namelessPerson;
}
