import 'server-only';
import { db } from '@/lib/db/prisma';

/** This person's newest transfers. */
export async function listTransfers(userId: string, take = 50) {
  return db().transfer.findMany({
    where: { userId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take,
  });
}
