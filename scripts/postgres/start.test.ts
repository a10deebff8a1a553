import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { root } from '../stack/settings';
import { initialise } from './initialise';
import { chooseRuntimeUser } from './runtime-user';
import { startPostgres } from './start';

const folder = path.join(root, '.data', `test-${randomUUID()}`);
const dataFolder = path.join(folder, 'postgres');
const passwordFile = `${dataFolder}.password`;

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a first start that fails half-way does not keep the password of older data', async () => {
  const user = chooseRuntimeUser(dataFolder);
  await mkdir(folder, { recursive: true });
  await writeFile(passwordFile, 'of older data');
  await expect(initialise(path.join(folder, 'no-initdb'), user, passwordFile)).rejects.toThrow();
  expect(existsSync(passwordFile)).toBe(false);
});

test('half of a first start is made anew', async () => {
  const user = chooseRuntimeUser(dataFolder);
  await writeFile(path.join(user.dataFolder, 'PG_VERSION'), '18\n');
  const postgres = await startPostgres({ dataFolder, durable: false });
  try {
    await expect(postgres.ensureDatabase('app')).resolves.toBeUndefined();
  } finally {
    await postgres.stop();
  }
}, 30_000);

test('a durable server that crashed is back at its address with all that was committed', async () => {
  const postgres = await startPostgres({ dataFolder, durable: true });
  const ask = async (sql: string) => {
    const client = new Client({ connectionString: postgres.url('postgres') });
    await client.connect();
    try {
      return (await client.query<{ n: number }>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  try {
    await ask('CREATE TABLE kept (n int)');
    await ask('INSERT INTO kept VALUES (7)');
    await postgres.crash();
    expect(await ask('SELECT n FROM kept')).toEqual([{ n: 7 }]);
  } finally {
    await postgres.stop();
  }
}, 30_000);
