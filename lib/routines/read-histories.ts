import 'server-only';
import { pacificDay } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import type { RoutineHistory } from './upcoming-dates';

/** Counts what has come of some of a person's routines. @returns what has come of each of them. */
export async function readHistories(
  userId: string,
  astraIds: readonly string[],
): Promise<(astraId: string) => RoutineHistory> {
  const groups = await db().transfer.groupBy({
    by: ['routineAstraId'],
    where: { userId, routineAstraId: { in: [...astraIds] } },
    _count: true,
    _max: { startedAt: true },
  });
  const byId = new Map(groups.map((group) => [group.routineAstraId, group]));
  return (astraId) => {
    const group = byId.get(astraId);
    const last = group?._max.startedAt;
    return { transfers: group?._count ?? 0, lastDay: last ? pacificDay(last) : null };
  };
}
