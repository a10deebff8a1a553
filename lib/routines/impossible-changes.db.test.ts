import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { routineStatuses } from '@/lib/astra/contract';
import { routineResult } from '@/lib/astra/resources/routine-results';
import { db } from '@/lib/db/prisma';
import { wireRoutine } from '@/testing/astra/answers';
import { createPerson } from '@/testing/rows/people';
import { storeRoutine } from './store-routine';

const person = await createPerson();
const statuses = [...routineStatuses, 'on_hold'];

// For each status, one letter for each that Astra may show after it, in the order of the rows.
const isApplied = {
  recurring: {
    requires_user_verification: 'yyyyyyyyy',
    pending_account_authorization: 'yyyyyyyyy',
    user_suspended: 'yyyyyyyyy',
    active: 'yyyyyyyyy',
    inactive: 'yyyyyyyyy',
    cancelled: 'nnnnnynny',
    failed: 'nnnnnnyny',
    completed: 'nnnnnnnyy',
    on_hold: 'yyyyyyyyy',
  },
  'one-time': {
    requires_user_verification: 'yyyyyyyyy',
    pending_account_authorization: 'yyyyyyyyy',
    user_suspended: 'nnynnyyyy',
    active: 'yyyyyyyyy',
    inactive: 'yyyyyyyyy',
    cancelled: 'nnnnnynny',
    failed: 'nnnnnnyny',
    completed: 'nnnnnnnyy',
    on_hold: 'yyyyyyyyy',
  },
};

const table = Object.entries(isApplied).flatMap(([type, rows]) =>
  Object.entries(rows).flatMap(([from, letters]) =>
    statuses.map((to, place) => [type, from, to, letters[place] === 'y'] as const),
  ),
);

test('every status is tried with every other', () => {
  for (const rows of Object.values(isApplied)) expect(Object.keys(rows)).toEqual(statuses);
});

test.each(table)(
  'after a %s routine was %s, Astra shows %s: applied (%s), or else recorded once and never applied',
  async (type, from, to, isAllowed) => {
    const id = randomUUID();
    const looks = [from, to, to];
    for (const [second, status] of looks.entries()) {
      const routine = routineResult.parse(wireRoutine({ id, type, status }));
      const seenAt = new Date(Date.UTC(2026, 0, 1, 10, 0, second));
      await db().$transaction((tx) => storeRoutine(tx, person.id, routine, seenAt));
    }
    const row = await db().routine.findUniqueOrThrow({ where: { astraId: id } });
    expect(row.status).toBe(isAllowed ? to : from);
    const recorded = await db().impossibleChange.findMany({ where: { astraId: id } });
    const change = { resource: 'routine', userId: person.id, known: from, shown: to };
    expect(recorded).toMatchObject(isAllowed ? [] : [change]);
  },
);
