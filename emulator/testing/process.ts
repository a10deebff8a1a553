import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The address line that the emulator prints when it is ready. */
export type ReadyLine = {
  ready: true;
  api: string;
  secure: string;
  hosted: string;
  console: string;
  mailbox: string;
  smtp: string;
};

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
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: out(), err: err() };
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
    ready: JSON.parse(lines()[0] ?? '') as ReadyLine,
    pid: child.pid,
    /** Ends it and tells how it went. */
    stop: async (signal: NodeJS.Signals) => {
      const closed = once(child, 'close');
      child.kill(signal);
      const [code] = (await closed) as [number | null];
      return { code, err: err() };
    },
  };
}

function spawnEmulator(args: readonly string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'emulator/main.ts', ...args], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
