import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, expect, onTestFailed, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { enqueueSync } from '@/lib/jobs/enqueue-sync';
import { addBankAccountAtAstra } from '@/testing/astra/accounts';
import { useEmulator } from '@/testing/astra/emulator';
import { addCardAtAstra, cardNumbers, createAstraPerson } from '@/testing/astra/person';
import { pressInConsole } from '@/testing/astra/press-in-console';
import { createRoutineAtAstra, firstTransferOf } from '@/testing/astra/routines';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { spawnProgram } from '@/testing/processes/spawn-program';
import { createConnectedPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { makeAllDue } from './compare-all';

const emulator = await useEmulator();
beforeEach(forgetJobs);

/** Processes take long to start on a busy machine, and reads that fail are tried again after seconds. */
const patienceMs = 120_000;
vi.setConfig({ testTimeout: 2 * patienceMs });

/** Does what `npm run reconcile -- …` does, at the beginning of a minute. */
async function startReconcile(...words: string[]) {
  await db().recurringWork.deleteMany();
  const child = spawnProgram('reconcile', { words, output: 'pipe' });
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    said.out += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    said.err += part;
  });
  const closed = once(child, 'close');
  onTestFailed(() => console.error(`${child.exitCode}: ${said.out}${said.err}`));
  return {
    /** What it has said so far of what it waits for. */
    progress: () => said.err,
    /** Its exit code, and what it has found, a line each. */
    result: async () => {
      await closed;
      const lines = said.out.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
      return { code: child.exitCode, lines };
    },
  };
}

async function runReconcile(...words: string[]) {
  return (await startReconcile(...words)).result();
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

  const { code, lines } = await runReconcile('--all');
  expect(code).toBe(0);
  expect(lines).toEqual([
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
  expect(again.lines[0]).toBe('Nothing stood otherwise at Astra than here.');
});

test('while somebody else still reads what a list has shown, it waits, and says what was found', async () => {
  const person = await createAstraPerson(emulator, { cards: [cardNumbers.works] });
  const cardId = person.cards[0]?.astraId ?? '';
  await pressInConsole(emulator, 'cards', cardId, 'flag');
  const { astraUserId } = person;
  const subject = { resource: 'card', resourceId: cardId, astraUserId } as const;
  const path = `/v1/cards/${cardId}`;
  const held = emulator.proxy.arm('GET', path, { kind: 'hold', workIsDone: true }, 100);
  await db().$transaction((tx) => enqueueSync(tx, subject));
  const working = runJobs();
  await held.reached;
  const { progress, result } = await startReconcile('--all');
  const waitsForCard = async () => {
    const left = (await jobs()).map(({ payload }) => payload);
    return progress().includes('Reads still under way') && isDeepStrictEqual(left, [subject]);
  };
  await until('it to wait for nothing but the card', waitsForCard, patienceMs);
  held.release();
  await working;
  expect(await result()).toMatchObject({
    code: 0,
    lines: expect.arrayContaining(['1 × card: was approved here, and is flagged.']),
  });
});

test('what has failed and waits for its next attempt is read at once, but neither what shows something only later nor what newer work took the place of', async () => {
  const subject = { resource: 'user_intent', resourceId: 'intent-1', astraUserId: null } as const;
  await db().$transaction(async (tx) => {
    await enqueueSync(tx, subject);
    await enqueueSync(tx, subject, { delayMs: 45_000 });
    await enqueueSync(tx, { ...subject, resourceId: 'intent-2' });
  });
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = 9, run_at = now() + interval '3 hours'
    WHERE key NOT LIKE '%later'`;
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET key = NULL, attempts = max_attempts
    WHERE key LIKE '%intent-2'`;
  await makeAllDue();
  const found = await db().$queryRaw`
    SELECT key, attempts, run_at <= clock_timestamp() AS "isDue" FROM graphile_worker.jobs
    ORDER BY key`;
  expect(found).toEqual([
    { key: 'sync_resource:user_intent:intent-1', attempts: 0, isDue: true },
    { key: 'sync_resource:user_intent:intent-1:later', attempts: 0, isDue: false },
    { key: null, attempts: 12, isDue: false },
  ]);
});

test('what could not be read is named, and nobody says that all is well', async () => {
  await createAstraPerson(emulator);
  const isAway = { kind: 'answer', status: 503, workIsDone: false } as const;
  emulator.proxy.arm('GET', '/v1/cards', isAway, 1_000);
  const { code, lines } = await runReconcile('--all');
  expect(code).toBe(1);
  expect(lines).toContainEqual(
    expect.stringMatching(/^\d × sync_cards: failed, and will be tried/),
  );
  expect(lines.at(-1)).toBe('Not everything was read. Run this again.');
  expect(lines).not.toContain('Nothing stood otherwise at Astra than here.');
});
