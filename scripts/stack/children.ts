import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './settings';

const patienceMs = 8_000;

export type Child = {
  name: string;
  process: ChildProcess;
  /** Settles when the process has ended, with a sentence about how. */
  ended: Promise<string>;
};

type StartOptions = {
  name: string;
  /** What follows `node`. */
  words: string[];
  env?: Record<string, string>;
  /** Gets each line of stdout; without it they are printed. */
  onLine?: (line: string) => void;
};

/** Starts a Node program of this project, and prints what it says under its name. */
export function startChild({ name, words, env = {}, onLine }: StartOptions): Child {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const print = (line: string) => process.stderr.write(`${name.padEnd(9)}│ ${line}\n`);
  createInterface({ input: child.stdout }).on('line', onLine ?? print);
  createInterface({ input: child.stderr }).on('line', print);
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`${name} could not start: ${error.message}`));
    child.on('exit', (code, signal) => resolve(`${name} ended (${signal ?? `exit code ${code}`})`));
  });
  return { name, process: child, ended };
}

/** Asks a child to end, and ends it if it doesn't. */
export async function stopChild(child: Child): Promise<void> {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return;
  child.process.kill('SIGTERM');
  const force = setTimeout(() => child.process.kill('SIGKILL'), patienceMs);
  await child.ended;
  clearTimeout(force);
}
