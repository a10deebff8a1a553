import { type Child, startChild } from '@/scripts/stack/children';
import { endProcess } from '@/scripts/stack/spawn-node';
import { until } from '../until';

type Program = {
  name: string;
  /** What follows `node`. */
  words: string[];
  env: Record<string, string>;
  /** Whether this line says that the program is ready. */
  isReady: (line: string) => boolean;
  /** Whether this line says that a piece of work is done. */
  isWork: (line: string) => boolean;
  /** How many pieces of work it may do before somebody kills it. */
  mostWork: number;
};

export type Kept = ReturnType<typeof keepRunning>;

/** Several starts in a row may fail while the database is away, and a busy machine takes its time. */
const patienceMs = 300_000;

/** A program that is started again whenever it ends, as a supervisor does it in production. */
export function keepRunning({ name, words, env, isReady, isWork, mostWork }: Program) {
  let child: Child | null = null;
  let isWanted = false;
  let isStopped = false;
  let readyLine: string | null = null;
  let worked = 0;

  function begin(): void {
    // When a test has failed, whoever kills processes may still be at it.
    if (isStopped) return;
    readyLine = null;
    const own = startChild({
      name,
      words,
      env,
      onLine: (line) => {
        if (own !== child) return;
        if (isReady(line)) readyLine = line;
        if (isWork(line)) worked += 1;
      },
    });
    child = own;
    own.process.once('exit', () => {
      if (own !== child) return;
      readyLine = null;
      if (isWanted) begin();
    });
  }

  return {
    name,
    mostWork,
    start(): void {
      isWanted = true;
      begin();
    },
    /** The line with which it said that it is ready; null while it is not. */
    readyLine: () => readyLine,
    untilReady: () => until(`${name} to be ready`, () => readyLine !== null, patienceMs),
    /** How many pieces of work it has done in all its lives. */
    worked: () => worked,
    /** For whoever sees more of its work than it says. */
    countWork(): void {
      worked += 1;
    },
    /** Ends it in the middle of whatever it does. It is started again unless it was to stay away. */
    async kill({ forGood = false } = {}): Promise<void> {
      isWanted = !forGood;
      readyLine = null;
      child?.process.kill('SIGKILL');
      await child?.ended;
    },
    /** Ends it for good, whoever starts or kills it afterwards. */
    async stop(): Promise<void> {
      isStopped = true;
      if (child) await endProcess(child.process);
    },
  };
}
