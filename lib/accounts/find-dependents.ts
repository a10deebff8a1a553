import 'server-only';
import { db } from '@/lib/db/prisma';

/** Routines that move money now, or will as soon as something else is put right. */
const living = [
  'active',
  'pending_account_authorization',
  'requires_user_verification',
  'user_suspended',
];

const mostShown = 20;

/**
 * What still uses one of a person's accounts: routines that have not ended, and transfers on their
 * way, the newest of each and how many there are. As far as our copy of them tells.
 */
export async function findDependents(userId: string, astraId: string) {
  const uses = { OR: [{ sourceAstraId: astraId }, { destinationAstraId: astraId }] };
  const routinesWhere = { userId, status: { in: living }, ...uses };
  const transfersWhere = { userId, status: 'pending', ...uses };
  const newest = { orderBy: { createdAt: 'desc' }, take: mostShown } as const;
  const [routines, routineCount, transfers, transferCount] = await Promise.all([
    db().routine.findMany({ where: routinesWhere, ...newest }),
    db().routine.count({ where: routinesWhere }),
    db().transfer.findMany({ where: transfersWhere, ...newest }),
    db().transfer.count({ where: transfersWhere }),
  ]);
  return {
    routines: { items: routines, total: routineCount },
    transfers: { items: transfers, total: transferCount },
  };
}

export type Dependents = Awaited<ReturnType<typeof findDependents>>;
