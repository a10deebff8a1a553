import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { leaveEnvironment, printEnvironment } from './environment-file';
import { testSettings } from './settings';

test('Node reads from the file of a running stack exactly what the stack was given', () => {
  const env = {
    DATABASE_URL: 'postgres://app@127.0.0.1:5432/app?sslmode=disable#1',
    OPERATOR_EMAILS: ' ann@example.com, ben@example.com ',
    ASTRA_CLIENT_SECRET: `it's "quoted" \\n = $HOME`,
    KEY: 'first\nsecond',
    EMPTY: '',
  };
  const { ASTRA_CLIENT_SECRET, ...others } = env;
  expect(parseEnv(printEnvironment(env))).toEqual({ ...others, ASTRA_CLIENT_SECRET });
});

test('the file of a stack is for its owner alone, and goes with the stack', async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'environment-'));
  onTestFinished(() => rm(dataFolder, { recursive: true }));
  const takeAway = await leaveEnvironment({ ...testSettings, dataFolder }, { NAME: 'value' });
  const file = path.join(dataFolder, 'environment');
  expect(await readFile(file, 'utf8')).toBe("NAME='value'\n");
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  await takeAway();
  expect(await readdir(dataFolder)).toEqual([]);
});
