import type { ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { endProcess, spawnNode } from '../stack/spawn-node';
import { hearProcess } from './hear-process';
import type { Bench } from './measure';

const memory = z.object({ rss: z.number(), heapUsed: z.number(), resources: z.number() });

/** A server that uses less than this between two looks has nothing to do. */
const quietMicros = 5_000;
const lookMs = 100;

/** A server in a process of its own, which tells what it uses. */
export type ServerUnderTest = {
  readonly child: ChildProcess;
  /** Microseconds of processor time so far. Other programs on the machine disturb it little. */
  cpu(): Promise<number>;
  /** Waits until it has nothing left to do. */
  quiet(): Promise<void>;
  /** Bytes, after a collection of what is no longer needed, and how many timers and connections. */
  memory(): Promise<z.output<typeof memory>>;
  /** Ends it before the end of the measure. */
  stop(): Promise<void>;
};

/** Starts a TypeScript program of this project. What it prints can be read from `child`. */
export function spawnServer(
  bench: Bench,
  words: readonly string[],
  env: Record<string, string> = {},
): ServerUnderTest {
  const tools = ['--import', 'tsx', '--import', './scripts/bench/answer-usage.ts'];
  const child = spawnNode(['--expose-gc', ...tools, ...words], { env, output: 'pipe' });
  bench.atEnd(() => endProcess(child));
  const cpu = async () => z.number().parse(await hearProcess(child, 'cpu'));
  return {
    child,
    cpu,
    quiet: async () => {
      for (let before = await cpu(), used = Infinity; used > quietMicros; ) {
        await setTimeout(lookMs);
        const after = await cpu();
        used = after - before;
        before = after;
      }
    },
    memory: async () => memory.parse(await hearProcess(child, 'memory')),
    stop: () => endProcess(child),
  };
}
