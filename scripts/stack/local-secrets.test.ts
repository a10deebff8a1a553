import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localSecrets } from './local-secrets';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'local-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the secrets of a stack are made once, and only their owner may read them', async () => {
  const deeper = path.join(folder, 'data');
  const made = await localSecrets(deeper);
  expect(await localSecrets(deeper)).toEqual(made);
  expect(new Set(Object.values(made)).size).toBe(3);
  expect((await stat(path.join(deeper, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('a secret that an older version did not know is added, and the others stay', async () => {
  const file = path.join(folder, 'secrets.json');
  const older = { NEXTAUTH_SECRET: 'kept', TOKEN_KEYS: 'kept as well' };
  await writeFile(file, JSON.stringify(older), { mode: 0o600 });
  const secrets = await localSecrets(folder);
  expect(secrets).toMatchObject(older);
  expect(secrets.BALANCE_PASSWORD).toMatch(/^[\w-]{32}$/);
  expect(await localSecrets(folder)).toEqual(secrets);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(secrets);
});
