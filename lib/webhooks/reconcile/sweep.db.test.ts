import { Client } from 'pg';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { lookAgain } from '@/lib/looks/look-again';
import { addBankAccountAtAstra, breakConnection } from '@/testing/astra/accounts';
import { controlEmulator } from '@/testing/astra/control';
import { useEmulator } from '@/testing/astra/emulator';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { pressInConsole } from '@/testing/astra/press-in-console';
import { createRoutineAtAstra, firstTransferOf } from '@/testing/astra/routines';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { createConnectedPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { reconcile } from './reconcile';
import { sweep } from './sweep';

const emulator = await useEmulator();
beforeEach(forgetJobs);

/** Lets the hours pass after which everything of this person is read again. */
async function letHoursPass(userId: string): Promise<void> {
  await db().astraConnection.update({ where: { userId }, data: { nextSweepAt: new Date() } });
}

test('what no event told of is found within hours: cards, accounts, routines, transfers, disputes and standing', async () => {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  const { bearer, astraUserId, cards } = person;
  const userId = person.user.id;
  const spareId = await addCardAtAstra(emulator, bearer, '5108050000007075');
  const accountId = await addBankAccountAtAstra(emulator, bearer);
  const plan = { source: cards[0]?.astraId ?? '', destination: cards[1]?.astraId ?? '' };
  const routineId = await createRoutineAtAstra(emulator, person, plan);
  const transferId = await firstTransferOf(emulator, person, routineId, 'processed');
  await letHoursPass(userId);
  await sweep();
  await runJobs();
  const state = async () => ({
    card: await db().card.findUnique({ where: { astraId: spareId } }),
    account: await db().account.findUnique({ where: { astraId: accountId } }),
    routine: await db().routine.findUnique({ where: { astraId: routineId } }),
    transfer: await db().transfer.findUnique({
      where: { astraId: transferId },
      include: { chargebacks: true },
    }),
    standing: await db().astraConnection.findUnique({ where: { userId } }),
  });
  expect(await state()).toMatchObject({
    card: { status: 'approved' },
    account: { connectionStatus: 'connected' },
    routine: { status: 'active' },
    transfer: { status: 'processed', chargebacks: [] },
    standing: { astraUserStatus: 'approved', cardTransfersPerDay: null },
  });

  await pressInConsole(emulator, 'cards', spareId, 'flag');
  await breakConnection(emulator, accountId);
  await controlEmulator(emulator, 'chargeback open', { id: transferId });
  await controlEmulator(emulator, 'capabilities lower', { user: astraUserId });
  await pressInConsole(emulator, 'people', astraUserId, 'suspend');
  await sweep();
  await runJobs();
  expect(await state()).toMatchObject({ card: { status: 'approved' } });

  await letHoursPass(userId);
  await sweep();
  await runJobs();
  expect(await state()).toMatchObject({
    card: { status: 'flagged' },
    account: { connectionStatus: 'error' },
    routine: { status: 'user_suspended' },
    transfer: { status: 'processed', chargebacks: [{ actionStatus: expect.any(String) }] },
    standing: { astraUserStatus: 'suspended', cardTransfersPerDay: 1 },
  });
});

test('two who sweep at once take different people, and nobody before their time', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => createConnectedPerson()));
  await sweep();
  expect(await jobs()).toEqual([]);
  for (const { id } of people) await letHoursPass(id);
  await Promise.all([sweep(), sweep()]);
  const swept = (await jobs('sweep_transfers')).map(({ payload }) => payload);
  expect(swept).toHaveLength(people.length);
  expect(swept).toEqual(expect.arrayContaining(people.map(({ id }) => ({ userId: id }))));
  await sweep();
  expect(await jobs('sweep_transfers')).toHaveLength(people.length);
});

/** Keeps the row of somebody's connection locked until told to let go. */
async function holdRow(userId: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('BEGIN');
  await client.query('UPDATE astra_connections SET updated_at = now() WHERE user_id = $1', [
    userId,
  ]);
  return async () => void (await client.query('COMMIT'));
}

test('somebody who is just being written down is waited for, and keeps nobody else', async () => {
  const people = [];
  for (let place = 0; place < 3; place += 1) people.push(await createConnectedPerson());
  for (const { id } of people) await letHoursPass(id);
  const [free, busy, busier] = people.map(({ id }) => id);
  const swept = async () => (await jobs('sweep_transfers')).map(({ payload }) => payload);
  const [release, releaseLater] = [await holdRow(busy ?? ''), await holdRow(busier ?? '')];
  const sweeping = sweep();
  await until('the free one to be swept', async () => (await swept()).length > 0);
  expect(await swept()).toEqual([{ userId: free }]);
  await release();
  await until('the busy one to be swept', async () => (await swept()).length > 1);
  expect(await swept()).toEqual([{ userId: free }, { userId: busy }]);
  await releaseLater();
  await sweeping;
  expect(await swept()).toHaveLength(3);
});

test('nobody is swept who has to authorize us again', async () => {
  const { id } = await createConnectedPerson();
  await letHoursPass(id);
  await db().astraConnection.update({
    where: { userId: id },
    data: { status: 'needs_authorization' },
  });
  await sweep();
  expect(await jobs()).toEqual([]);
});

test('however often what is open is looked at, nobody is swept whose turn the minute has not given', async () => {
  const { id } = await createConnectedPerson();
  await letHoursPass(id);
  await db().$transaction((tx) => lookAgain(tx, id));
  await runJobs();
  await reconcile();
  expect(await jobs('sweep_transfers')).toEqual([]);
  const { nextSweepAt } = await db().astraConnection.findUniqueOrThrow({ where: { userId: id } });
  expect(nextSweepAt.getTime()).toBeLessThanOrEqual((await databaseTime()).getTime());
});
