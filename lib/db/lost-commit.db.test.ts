import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { db } from './prisma';

// The whole app of this file reaches its database through a gate.
const url = new URL(process.env['DATABASE_URL'] ?? '');
const gate = await startTcpGate({ host: url.hostname, port: Number(url.port) });
url.port = String(gate.port);
process.env['DATABASE_URL'] = url.href;
afterAll(() => gate.close());

const addressOf = (name: string) => `${name}-${randomUUID()}@example.com`;

/** Stores two people in one transaction. */
const storeTwo = (emails: readonly string[]) =>
  db().$transaction(async (tx) => {
    for (const email of emails) await tx.user.create({ data: { email } });
  });

/** Does a hundred transactions, in ten lanes for ten connections, and takes every third back. */
async function expectHundredToWork(): Promise<void> {
  const lanes = Array.from({ length: 10 }, async () => {
    for (let round = 0; round < 10; round += 1) {
      const emails = [addressOf('a'), addressOf('b')];
      const isTakenBack = round % 3 === 0;
      const storing = db().$transaction(async (tx) => {
        for (const email of emails) await tx.user.create({ data: { email } });
        if (isTakenBack) throw new Error('taken back');
      });
      if (isTakenBack) await expect(storing).rejects.toThrow('taken back');
      else await storing;
      const found = await db().user.count({ where: { email: { in: emails } } });
      expect(found).toBe(isTakenBack ? 0 : 2);
    }
  });
  await Promise.all(lanes);
}

test('a transaction whose COMMIT is not answered is an error, and the next hundred are whole', async () => {
  const emails = [addressOf('a'), addressOf('b')];
  gate.loseNextCommit();
  await expect(storeTwo(emails)).rejects.toThrow();
  // Here the database had done it. That, too, is why an error is no proof that nothing happened.
  expect(await db().user.count({ where: { email: { in: emails } } })).toBe(2);
  await expectHundredToWork();
});

test.each([
  ['is refused', `RAISE EXCEPTION 'refused'`],
  ['ends its connection', 'PERFORM pg_terminate_backend(pg_backend_pid())'],
])(
  'a transaction whose COMMIT %s leaves nothing, and the next hundred are whole',
  async (_how, sql) => {
    await createPerson();
    await db().$executeRawUnsafe(`
    CREATE FUNCTION doom() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN ${sql}; RETURN NULL; END$$`);
    await db().$executeRaw`
    CREATE CONSTRAINT TRIGGER doom AFTER INSERT ON users DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION doom()`;
    const emails = [addressOf('a'), addressOf('b')];
    await expect(storeTwo(emails)).rejects.toThrow();
    // A connection that is just being ended may still be lent once.
    const undo = () => db().$executeRaw`DROP FUNCTION doom CASCADE`;
    await until('a connection', () =>
      undo().then(
        () => true,
        () => false,
      ),
    );
    expect(await db().user.count({ where: { email: { in: emails } } })).toBe(0);
    await expectHundredToWork();
  },
);
