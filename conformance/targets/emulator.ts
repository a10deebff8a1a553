import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { webhookEvent } from '@/lib/astra/contract';
import type { Target } from './target';

const root = path.join(import.meta.dirname, '../..');

const readyLine = z.object({ api: z.url(), secure: z.url(), hosted: z.url() });
const printedVariables = z.object({
  ASTRA_CLIENT_ID: z.string(),
  ASTRA_CLIENT_SECRET: z.string(),
  ASTRA_REDIRECT_URI: z.url(),
  ASTRA_INSTITUTION_ID: z.string(),
});
const messages = z.array(z.object({ code: z.string() }));
const deliveries = z.array(z.object({ body: z.string() }));

/** Starts an emulator with an empty world on free ports; `stop` ends it and deletes the world. */
export async function startEmulatorTarget(): Promise<Target> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'conformance-'));
  const ports = ['--api-port', '--secure-port', '--hosted-port', '--smtp-port'];
  const server = spawnEmulator([
    'serve',
    ...ports.flatMap((port) => [port, '0']),
    '--data-dir',
    dataDir,
    '--pace',
    'fast',
    '--strict',
    // Nobody listens there: an app that runs on this computer must not hear of this world.
    '--webhook-url',
    'http://127.0.0.1:9/nobody',
  ]);
  const stop = async () => {
    await end(server);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const [line, variables] = await Promise.all([firstLine(server), printVariables(dataDir)]);
    const { api, secure, hosted } = readyLine.parse(JSON.parse(line));
    const keys = printedVariables.parse(parseEnv(variables));
    return {
      name: 'emulator',
      urls: { api, secure, app: hosted },
      clientId: keys.ASTRA_CLIENT_ID,
      clientSecret: keys.ASTRA_CLIENT_SECRET,
      redirectUri: keys.ASTRA_REDIRECT_URI,
      institutionId: keys.ASTRA_INSTITUTION_ID,
      readSmsCode: async (phone) => {
        const answer = await fetch(`${hosted}/console/api/sms?phone=${phone}`);
        return messages.parse(await answer.json())[0]?.code ?? '';
      },
      readWebhook: async (type) => {
        const answer = await fetch(`${hosted}/console/api/deliveries`);
        const events = deliveries.parse(await answer.json()).map(({ body }) => JSON.parse(body));
        return z
          .array(webhookEvent)
          .parse(events)
          .find((event) => event.webhook_type === type)?.resource_id;
      },
      accessToken: null,
      patienceMs: 10_000,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The keys belong to the data folder; whichever of the two programs is first makes them. */
async function printVariables(dataDir: string): Promise<string> {
  const child = spawnEmulator(['env', '--data-dir', dataDir]);
  const printed = collect(child.stdout);
  await once(child, 'close');
  return printed();
}

async function firstLine(child: ChildProcess): Promise<string> {
  const printed = collect(child.stdout);
  const complaint = collect(child.stderr);
  const closed = once(child, 'close');
  while (!printed().includes('\n')) {
    if (child.exitCode !== null) throw new Error(`The emulator did not start: ${complaint()}`);
    await Promise.race([once(child.stdout ?? child, 'data'), closed]);
  }
  return printed().split('\n')[0] ?? '';
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}

function spawnEmulator(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'emulator/main.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
