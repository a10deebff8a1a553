import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env as ownEnv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The line that the emulator prints when it is ready. */
const readyLine = z.strictObject({
  ready: z.literal(true),
  api: z.url(),
  secure: z.url(),
  hosted: z.url(),
  console: z.url(),
  mailbox: z.url(),
  smtp: z.url(),
});

/** A folder that is gone when the test is. */
export async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'astra-emulator-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Runs the emulator's command as a person would, to its end. */
export async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawnEmulator(args, env);
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  return { code: await closing(child), out: out(), err: err() };
}

/** Runs `npm run astra` as a person would, to its end. */
export async function runAstra(args: readonly string[]) {
  const child = spawnScript('scripts/astra.ts', args, {});
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  return { code: await closing(child), out: out(), err: err() };
}

/** Starts the emulator on free ports and waits until it is ready. */
export async function serveProcess(args: readonly string[]) {
  const ports = ['--api-port', '--secure-port', '--hosted-port', '--smtp-port'];
  const child = spawnEmulator(['serve', ...ports.flatMap((name) => [name, '0']), ...args], {});
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  while (!out().includes('\n')) {
    if (child.exitCode !== null) throw new Error(err());
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'close')]);
  }
  const lines = () => out().trim().split('\n');
  return {
    lines,
    ready: readyLine.parse(JSON.parse(lines()[0] ?? '')),
    pid: child.pid,
    /** Ends it and tells how it went. */
    stop: async (signal: NodeJS.Signals) => {
      const closed = closing(child);
      child.kill(signal);
      return { code: await closed, err: err() };
    },
  };
}

function spawnEmulator(args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawnScript('emulator/main.ts', args, env);
}

function spawnScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: repository,
    env: { ...ownEnv, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits for the end of a process and of all it had to say. */
function closing(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', resolve);
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
