import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { until } from '@/testing/until';
import { pendingSql } from './create-migration';
import { migrate, migrationLock } from './migrate';

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: inject('adminUrl') });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

test('the migrations hold everything that the schema says', async () => {
  expect(await pendingSql(inject('adminUrl'))).toBe('');
});

test('four processes that migrate one empty database at the same moment apply everything once', async () => {
  const url = await emptyDatabase();
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(await migrate(url)).toEqual([]);
});

test('a migration that was cut off is named at the next start, and nothing is built upon it', async () => {
  const url = await emptyDatabase();
  await migrate(url);
  const other = await connect(url);
  // What a process leaves that was killed in the middle of its last migration.
  const { rows } = await other.query(
    `UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0
     WHERE started_at = (SELECT max(started_at) FROM _prisma_migrations)
     RETURNING migration_name AS name`,
  );
  const [{ name }] = rows;
  await expect(migrate(url)).rejects.toThrow(name);
  await expect(migrate(url)).rejects.toThrow(/failed/);
});

test('a process that has migrated has no timer left to wait for', async () => {
  const program = `
    import { migrate } from './prisma/migrate.ts';
    await migrate(process.argv.at(-1));
    process.stdout.write(JSON.stringify(process.getActiveResourcesInfo()));
  `;
  const words = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, [...words, await emptyDatabase()]);
  expect(JSON.parse(stdout)).not.toContain('Timeout');
});

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

test('asked to stop, it no longer waits for a server that does not answer', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const stop = new AbortController();
  server.on('connection', () => stop.abort());
  await expect(migrate(`postgresql://app@127.0.0.1:${port}/app`, stop.signal)).rejects.toThrow();
});

test('asked to stop, it no longer waits for another process that migrates', async () => {
  const url = await emptyDatabase();
  const other = await connect(url);
  await other.query('SELECT pg_advisory_lock($1)', [migrationLock]);
  const stop = new AbortController();
  const migrating = expect(migrate(url, stop.signal)).rejects.toThrow();
  await until('it to wait', async () => {
    const { rowCount } = await other.query(
      `SELECT FROM pg_locks JOIN pg_database ON database = pg_database.oid
       WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`,
    );
    return rowCount === 1;
  });
  stop.abort();
  await migrating;
});

test('asked to stop in the middle of a migration, it finishes what it has begun', async () => {
  const url = await emptyDatabase();
  const stop = new AbortController();
  const migrating = migrate(url, stop.signal);
  const other = await connect(url);
  await until('the first table', async () => {
    const { rows } = await other.query(`SELECT to_regclass('_prisma_migrations') AS found`);
    return rows[0]?.found;
  });
  stop.abort();
  expect(await migrating).not.toEqual([]);
  expect(await migrate(url)).toEqual([]);
});
