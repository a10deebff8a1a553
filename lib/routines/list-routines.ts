import 'server-only';
import { frequencies, routineTypes } from '@/lib/astra/contract';
import { pacificToday } from '@/lib/cards/pacific-today';
import type { Prisma, Routine } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { type PageOf, readPage } from '@/lib/lists/page-of';
import { type EndLabels, labelEnds } from '@/lib/transfers/label-ends';
import { readHistories } from './read-histories';
import type { RoutineFilter, RoutineKind, RoutineStanding } from './routine-filter';
import { endedRoutineStatuses } from './transitions';
import { upcomingDates } from './upcoming-dates';

/** A routine with what its ends are called, and the Pacific day on which it pays next, if any. */
export type ListedRoutine = Routine & { ends: EndLabels; next: string | null };

/** One page of this person's routines, as far as a filter leaves them, the newest first. */
export async function listRoutinePage(
  userId: string,
  filter: RoutineFilter,
  page: number,
): Promise<PageOf<ListedRoutine> & { today: string }> {
  const where = routinesWhere(userId, filter);
  const found = await readPage(
    { page, size: 25 },
    () => db().routine.count({ where }),
    (range) =>
      db().routine.findMany({
        where,
        // One that Astra has not dated is new. A total order, so that no two pages show the same.
        orderBy: [
          { astraCreatedAt: { sort: 'desc', nulls: 'first' } },
          { createdAt: 'desc' },
          { astraId: 'desc' },
        ],
        ...range,
      }),
  );
  const { items } = found;
  const [today, endsOf, historyOf] = await Promise.all([
    pacificToday(),
    labelEnds(
      userId,
      items.map((routine) => ({ ...routine, routineAstraId: routine.astraId })),
    ),
    readHistories(
      userId,
      items.map(({ astraId }) => astraId),
    ),
  ]);
  return {
    ...found,
    today,
    items: items.map((routine) => ({
      ...routine,
      ends: endsOf({ ...routine, routineAstraId: routine.astraId }),
      next: upcomingDates(routine, historyOf(routine.astraId), today, 1)[0] ?? null,
    })),
  };
}

function routinesWhere(userId: string, { status, kind }: RoutineFilter): Prisma.RoutineWhereInput {
  return { userId, ...(status && whereStanding[status]), ...(kind && whereKind(kind)) };
}

const settled = ['active', 'inactive', ...endedRoutineStatuses];

const whereStanding: Readonly<Record<RoutineStanding, Prisma.RoutineWhereInput>> = {
  running: { status: 'active' },
  paused: { status: 'inactive' },
  waiting: { status: { notIn: settled } },
  ended: { status: { in: endedRoutineStatuses } },
};

function whereKind(kind: RoutineKind): Prisma.RoutineWhereInput {
  const frequency = frequencies.find((one) => one === kind);
  if (frequency) return { type: 'recurring', frequency };
  if (kind === 'one-time') return { type: kind };
  return {
    type: { in: routineTypes.filter((type) => type !== 'one-time' && type !== 'recurring') },
  };
}
