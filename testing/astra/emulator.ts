import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeEach } from 'vitest';
import { z } from 'zod';
import { spawnProgram } from '../processes/spawn-program';
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy';
import { startWebhookReceiver } from './webhook-receiver';

const readyLine = z.object({ api: z.url(), secure: z.url(), hosted: z.url(), smtp: z.string() });

const credentials = z.object({
  ASTRA_CLIENT_ID: z.string(),
  ASTRA_CLIENT_SECRET: z.string(),
  ASTRA_INSTITUTION_ID: z.string(),
  BALANCE_USERNAME: z.string().optional(),
  BALANCE_PASSWORD: z.string().optional(),
  BALANCE_PUBLIC_KEY: z.string().optional(),
  BALANCE_PRIVATE_KEY: z.string().optional(),
});

export type Emulator = {
  /** The emulator's own addresses, past the proxies. */
  api: string;
  secure: string;
  hosted: string;
  /** The `Authorization` header of the partner. */
  basic: string;
  clientSecret: string;
  /** What the app talks to: the emulator's API, with faults. */
  proxy: FaultyProxy;
  /** The same before the secure host, which takes full numbers. */
  secureProxy: FaultyProxy;
  webhooks: Awaited<ReturnType<typeof startWebhookReceiver>>;
};

/**
 * Starts the emulator as a process of its own for this test file, and points the app's environment
 * at it. Call it at the top of the file: the app reads its environment once.
 *
 * @param options.balanceUrl where it asks for the balances of accounts made by number; without
 * credentials in it, it proves itself by its older pair of keys.
 * @param options.seed makes the chances of its faults repeat.
 */
export async function useEmulator(
  options: { balanceUrl?: string; seed?: number } = {},
): Promise<Emulator> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'astra-emulator-'));
  const webhooks = await startWebhookReceiver();
  const shared = [
    '--data-dir',
    dataDir,
    ...(options.balanceUrl === undefined ? [] : ['--balance-url', options.balanceUrl]),
    ...(options.seed === undefined ? [] : ['--seed', String(options.seed)]),
  ];
  const keys = credentials.parse(await readKeys(shared));
  const ports = ['--api-port', '--secure-port', '--hosted-port', '--smtp-port'];
  const child = spawnEmulator([
    'serve',
    ...ports.flatMap((name) => [name, '0']),
    ...shared,
    '--pace',
    'fast',
    '--strict',
    '--webhook-url',
    webhooks.url,
  ]);
  const ready = readyLine.parse(JSON.parse(await firstLine(child)));
  const proxy = await startFaultyProxy(ready.api);
  const secureProxy = await startFaultyProxy(ready.secure);

  Object.assign(process.env, {
    ...keys,
    ASTRA_API_URL: proxy.url,
    ASTRA_SECURE_URL: secureProxy.url,
    ASTRA_APP_URL: ready.hosted,
    EMAIL_SERVER: ready.smtp,
  });
  beforeEach(() => {
    proxy.reset();
    secureProxy.reset();
  });
  afterAll(async () => {
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
    await Promise.all([proxy.close(), secureProxy.close(), webhooks.close()]);
    await rm(dataDir, { recursive: true, force: true });
  });
  const { ASTRA_CLIENT_ID: id, ASTRA_CLIENT_SECRET: clientSecret } = keys;
  const basic = `Basic ${Buffer.from(`${id}:${clientSecret}`).toString('base64')}`;
  return { ...ready, basic, clientSecret, proxy, secureProxy, webhooks };
}

async function readKeys(words: readonly string[]): Promise<NodeJS.Dict<string>> {
  const child = spawnEmulator(['env', ...words]);
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await once(child, 'close');
  return parseEnv(text);
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  while (!text.includes('\n')) {
    if (child.exitCode !== null) throw new Error(`The emulator did not start: ${complaint}`);
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'close')]);
  }
  return text.split('\n')[0] ?? '';
}

/** It ends with the test, even when that is killed. */
function spawnEmulator(words: readonly string[]): ChildProcess {
  return spawnProgram('emulator', { words, env: { NODE_ENV: 'test' }, output: 'pipe' });
}
