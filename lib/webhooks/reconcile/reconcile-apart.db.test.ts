import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createPayment } from '@/testing/rows/payments';
import { createConnectedPerson } from '@/testing/rows/people';
import { reconcile } from './reconcile';

beforeEach(async () => {
  await forgetJobs();
  await db().user.deleteMany();
});

const nextLookAt = new Date(0);

/** So many transfers of one person, whose looks are due. */
async function transfersToLookAt(count: number): Promise<void> {
  const { id: userId } = await createConnectedPerson();
  const transfer = () => ({ userId, astraId: randomUUID(), status: 'pending', amountCents: 1n });
  await db().transfer.createMany({
    data: Array.from({ length: count }, () => ({ ...transfer(), nextLookAt })),
  });
}

/** How many statements that add jobs this sends to the database. */
async function countStatements(run: () => Promise<void>): Promise<number> {
  await db().$executeRaw`CREATE SEQUENCE statements`;
  await db().$executeRaw`
    CREATE FUNCTION count_statement() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
      PERFORM nextval('statements');
      RETURN NULL;
    END$$`;
  await db().$executeRaw`
    CREATE TRIGGER count_statement AFTER INSERT ON graphile_worker._private_jobs
    FOR EACH STATEMENT EXECUTE FUNCTION count_statement()`;
  try {
    await run();
    const [next] = await db().$queryRaw<{ n: number }[]>`SELECT nextval('statements')::int AS n`;
    return (next?.n ?? 0) - 1;
  } finally {
    await db().$executeRaw`DROP FUNCTION count_statement CASCADE`;
    await db().$executeRaw`DROP SEQUENCE statements`;
  }
}

test('a hundred looks are begun at once, so that a far database does not run out of time', async () => {
  await transfersToLookAt(120);
  expect(await countStatements(reconcile)).toBe(2);
  expect(await jobs('sync_resource')).toHaveLength(120);
});

test('two payments of one person that wait for their transfers have them listed once', async () => {
  const { id: userId } = await createConnectedPerson();
  for (const routineAstraId of [randomUUID(), randomUUID()])
    await createPayment(userId, { status: 'accepted', routineAstraId, nextLookAt });
  await reconcile();
  expect(await jobs('sync_transfers')).toMatchObject([{ payload: { userId } }]);
});

test('what cannot be looked at keeps nothing else from it, and it is said', async () => {
  await transfersToLookAt(1);
  await db().$executeRaw`ALTER TABLE user_intents RENAME TO user_intents_away`;
  try {
    await expect(reconcile()).rejects.toThrow('user_intents');
  } finally {
    await db().$executeRaw`ALTER TABLE user_intents_away RENAME TO user_intents`;
  }
  expect(await jobs('sync_resource')).toHaveLength(1);
});
