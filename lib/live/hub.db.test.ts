import { Client } from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { until } from '@/testing/until';
import { heartbeatMs, LiveHub, type LiveMessage, liveHub } from './hub';
import { notifySignedOut, notifyUser } from './notify';

// The whole app of this file reaches its database through a gate that can be shut.
const url = new URL(process.env['DATABASE_URL'] ?? '');
const gate = await startTcpGate({ host: url.hostname, port: Number(url.port) });
url.port = String(gate.port);
process.env['DATABASE_URL'] = url.href;
afterAll(() => gate.close());

const leaves: (() => void)[] = [];
afterEach(() => {
  leaves.splice(0).forEach((leave) => leave());
  vi.useRealTimers();
});

/** Everything that this person's page is told from now on. */
async function listen(userId: string): Promise<LiveMessage[]> {
  const heard: LiveMessage[] = [];
  leaves.push(await liveHub().subscribe(userId, (message) => heard.push(message)));
  return heard;
}

/** Ends the hub's connection in the database, as a restart of the server would. */
const terminate = () => db().$executeRaw`
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND query LIKE 'LISTEN%'`;

const change = { endedSession: null };

test('a change is told to the pages of its person, and to nobody else', async () => {
  const [ann, otherTab, ben] = [await listen('ann'), await listen('ann'), await listen('ben')];
  await notifyUser(db(), 'ann');
  await notifyUser(db(), 'last');
  await until('both pages to hear', () => ann.length > 0 && otherTab.length > 0);
  expect([ann, otherTab, ben]).toEqual([[change], [change], []]);
});

test('a change is told when its transaction commits, and never when it rolls back', async () => {
  const heard = await listen('ann');
  const failing = db().$transaction(async (tx) => {
    await notifyUser(tx, 'ann');
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await db().$transaction((tx) => notifySignedOut(tx, 'ann', 'hash'));
  await until('the message of the commit', () => heard.length > 0);
  expect(heard).toEqual([{ endedSession: 'hash' }]);
});

test('a page that left hears nothing more', async () => {
  const [gone, stays] = [await listen('ann'), await listen('ann')];
  leaves.shift()?.();
  await notifyUser(db(), 'ann');
  await until('the other page to hear', () => stays.length > 0);
  expect(gone).toEqual([]);
});

test('a message that nobody here wrote is passed over, and the next one is heard', async () => {
  const heard = await listen('ann');
  for (const payload of ['', 'not json', '{}', '[]', '{"userId":7}']) {
    await db().$executeRaw`SELECT pg_notify('live', ${payload})`;
  }
  await notifyUser(db(), 'ann');
  await until('the message', () => heard.length > 0);
  expect(heard).toEqual([change]);
});

test('when the connection breaks, it is made again and every page is told to look', async () => {
  const [ann, ben] = [await listen('ann'), await listen('ben')];
  await terminate();
  await until('all to be told', () => ann.length === 1 && ben.length === 1);
  await notifyUser(db(), 'ann');
  await until('the next change', () => ann.length === 2);
  expect(ben).toEqual([change]);
});

test('while the database is away, it is tried patiently, and afterwards there is one connection', async () => {
  const heard = await listen('ann');
  await db().$disconnect();
  const before = gate.attempts();
  gate.shut();
  await until('some attempts', () => gate.attempts() - before >= 3);
  const startedAt = performance.now();
  await until('more attempts', () => gate.attempts() - before >= 5);
  expect(performance.now() - startedAt).toBeGreaterThan(1000);
  gate.reopen();
  await until('the page to be told', () => heard.length > 0);
  await notifyUser(db(), 'ann');
  await until('the change', () => heard.length > 1);
  const [listening] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
  expect(listening?.n).toBe(1);
  expect(heard).toEqual([change, change]);
});

test('a page that comes while the database is away is refused, and may come again', async () => {
  await db().$disconnect();
  gate.shut();
  await until('no connection to be left', () => gate.connections() === 0);
  // The hub notices that its connection is gone a moment later than the gate.
  await until('a refusal', () =>
    listen('ann').then(
      () => false,
      () => true,
    ),
  );
  gate.reopen();
  const heard = await until('a subscription', () => listen('ann').catch(() => null));
  await notifyUser(db(), 'ann');
  await until('the change', () => heard.length > 0);
});

test('a connection that has gone silent is noticed, made again, and every page is told to look', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const hub = new LiveHub();
  const heard: LiveMessage[] = [];
  leaves.push(await hub.subscribe('ann', (message) => heard.push(message)));
  const before = gate.attempts();
  gate.goSilent();
  await vi.advanceTimersByTimeAsync(heartbeatMs);
  await until('another connection', () => gate.attempts() > before, 15_000);
  await until('the page to be told', () => heard.length > 0);
  const speaker = new Client({ connectionString: url.href });
  await speaker.connect();
  await speaker.query('SELECT pg_notify($1, $2)', ['live', JSON.stringify({ userId: 'ann' })]);
  await speaker.end();
  await until('the next change', () => heard.length > 1);
  expect(heard).toEqual([change, change]);
});
