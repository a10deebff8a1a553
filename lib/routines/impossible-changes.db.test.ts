import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { routineStatuses } from '@/lib/astra/contract';
import { routineResult } from '@/lib/astra/resources/routine-results';
import { db } from '@/lib/db/prisma';
import { wireRoutine } from '@/testing/astra-answers';
import { createPerson } from '@/testing/people';
import { storeRoutine } from './store-routine';
import { isAllowedRoutineChange } from './transitions';

const person = await createPerson();
const statuses = [...routineStatuses, 'on_hold'];
const table = ['one-time', 'recurring'].flatMap((type) =>
  statuses.flatMap((from) => statuses.map((to) => [type, from, to] as const)),
);

test.each(table)(
  'after a %s routine was %s, Astra shows %s: applied if it can be, else recorded once and never applied',
  async (type, from, to) => {
    const id = randomUUID();
    const looks = [from, to, to];
    for (const [second, status] of looks.entries()) {
      const routine = routineResult.parse(wireRoutine({ id, type, status }));
      const seenAt = new Date(Date.UTC(2026, 0, 1, 10, 0, second));
      await db().$transaction((tx) => storeRoutine(tx, person.id, routine, seenAt));
    }
    const isAllowed = isAllowedRoutineChange(from, to, type);
    const row = await db().routine.findUniqueOrThrow({ where: { astraId: id } });
    expect(row.status).toBe(isAllowed ? to : from);
    const recorded = await db().impossibleChange.findMany({ where: { astraId: id } });
    const change = { resource: 'routine', userId: person.id, known: from, shown: to };
    expect(recorded).toMatchObject(isAllowed ? [] : [change]);
  },
);
