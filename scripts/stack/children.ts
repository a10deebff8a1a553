import type { ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { spawnNode } from './spawn-node';

export type Child = {
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
  /** Keeps all that it says in this file; then only warnings and what is no log line are printed. */
  logFile?: string | undefined;
};

/** Starts a Node program of this project, and prints what it says under its name. */
export function startChild({ name, words, env, onLine, logFile }: StartOptions): Child {
  const child = spawnNode(words, { env, output: 'pipe' });
  const print = (line: string) => {
    if (logFile !== undefined) appendFileSync(logFile, `${line}\n`);
    if (logFile === undefined || !chatter.test(line)) {
      process.stderr.write(`${name.padEnd(9)}│ ${line}\n`);
    }
  };
  readLines(child.stdout, onLine ?? print);
  readLines(child.stderr, print);
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`${name} could not start: ${error.message}`));
    child.on('exit', (code, signal) => resolve(`${name} ended (${signal ?? `exit code ${code}`})`));
  });
  return { process: child, ended };
}

/** A line of the app's log that nobody at a terminal waits for. */
const chatter = /^\{"level":"(trace|debug|info)"/;

function readLines(input: Readable | null, onLine: (line: string) => void): void {
  if (input) createInterface({ input }).on('line', onLine);
}
