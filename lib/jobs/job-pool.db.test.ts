import { expect, onTestFinished, test } from 'vitest';
import { startTcpGate } from '@/testing/processes/tcp-gate';
import { endJobPool, openJobPool } from './job-pool';

test('a pool that ends still serves whoever waits for one of its connections', async () => {
  const pool = openJobPool();
  await pool.query('SELECT 1');
  // Now there is an idle connection, and to be given that one takes a moment too.
  const late = pool.query<{ n: number }>('SELECT 7 AS n');
  await endJobPool(pool);
  expect((await late).rows).toEqual([{ n: 7 }]);
});

test('so it does when more wait than it has connections', async () => {
  const pool = openJobPool();
  const late = Array.from({ length: 50 }, () => pool.query<{ n: number }>('SELECT 7 AS n'));
  await endJobPool(pool);
  expect(await Promise.all(late)).toHaveLength(50);
});

test('a pool that ends while the database is away ends all the same', async () => {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  const gate = await startTcpGate({ host: url.hostname, port: Number(url.port) });
  onTestFinished(() => gate.close());
  gate.shut();
  url.port = String(gate.port);
  const pool = openJobPool();
  pool.options.connectionString = url.href;
  const late = Array.from({ length: 50 }, () => pool.query('SELECT 7'));
  const outcomes = Promise.allSettled(late);
  await endJobPool(pool);
  expect((await outcomes).map(({ status }) => status)).toEqual(late.map(() => 'rejected'));
});
