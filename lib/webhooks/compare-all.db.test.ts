import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { addBankAccountAtAstra } from '@/testing/accounts';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra-person';
import { useEmulator } from '@/testing/emulator';
import { createConnectedPerson } from '@/testing/people';
import { pressInConsole } from '@/testing/press-in-console';
import { createRoutineAtAstra, firstTransferOf } from '@/testing/routines';
import { spawnProgram } from '@/testing/spawn-program';

const emulator = await useEmulator();

/** Does what `npm run reconcile -- …` does. @returns what it says, a line each. */
async function runReconcile(...words: string[]): Promise<string[]> {
  const child = spawnProgram('reconcile', { words, output: 'pipe' });
  const ended = once(child, 'exit');
  const said = child.stdout ? await text(child.stdout) : '';
  expect(await ended).toEqual([0, null]);
  return said.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
}

test('a database that is older than what Astra knows is brought up to date at once, and it is said how', async () => {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  const { bearer, cards, user } = person;
  const lost = await createConnectedPerson();
  await db().astraConnection.update({
    where: { userId: lost.id },
    data: { status: 'needs_authorization' },
  });
  const spareId = await addCardAtAstra(emulator, bearer, '5108050000007075');
  const accountId = await addBankAccountAtAstra(emulator, bearer);
  const plan = { source: cards[0]?.astraId ?? '', destination: cards[1]?.astraId ?? '' };
  const routineId = await createRoutineAtAstra(emulator, person, plan);
  const transferId = await firstTransferOf(emulator, person, routineId, 'processed');
  const flaggedId = cards[1]?.astraId ?? '';
  await pressInConsole(emulator, 'cards', flaggedId, 'flag');

  expect(await runReconcile('--all')).toEqual([
    '1 × account: was not known here, and is connected.',
    '1 × card: was approved here, and is flagged.',
    '1 × card: was not known here, and is approved.',
    '1 × routine: was not known here, and is active.',
    '1 × transfer: was not known here, and is processed.',
    'Nothing was read of those who have to authorize us again first: 1.',
  ]);
  const where = { userId: user.id };
  expect(await db().card.findMany({ where, orderBy: { astraId: 'asc' } })).toHaveLength(3);
  for (const [id, status] of [
    [spareId, 'approved'],
    [flaggedId, 'flagged'],
  ] as const) {
    expect(await db().card.findUnique({ where: { astraId: id } })).toMatchObject({ status });
  }
  expect(await db().account.findMany({ where })).toMatchObject([{ astraId: accountId }]);
  expect(await db().routine.findMany({ where })).toMatchObject([{ astraId: routineId }]);
  expect(await db().transfer.findMany({ where })).toMatchObject([
    { astraId: transferId, status: 'processed' },
  ]);

  const again = await runReconcile('--all');
  expect(again[0]).toBe('Nothing stood otherwise at Astra than here.');
});
