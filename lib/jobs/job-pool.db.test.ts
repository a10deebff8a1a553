import { expect, test } from 'vitest';
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
