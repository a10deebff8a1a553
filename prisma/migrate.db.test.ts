import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { pendingSql } from './create-migration';
import { migrate } from './migrate';

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
