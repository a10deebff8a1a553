import { once } from 'node:events';
import type { Failpoint } from '@/lib/failpoints/failpoint';
import type { Program } from '../processes/build-programs';
import { spawnProgram } from '../processes/spawn-program';

/**
 * Runs one of these programs with the app's environment until it is killed at a failpoint, by so
 * many who have come there.
 *
 * @param meanwhile is done when it prints its first line, or ends.
 * @returns what it printed.
 * @throws Error when it ended in any other way.
 */
export async function runUntilKilled(
  program: Program,
  words: readonly string[],
  { line, arrivals }: { line: Failpoint; arrivals: number },
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const env = { FAILPOINT: `${line}:kill:${arrivals}` };
  const child = spawnProgram(program, { words, env, output: 'pipe' });
  let [printed, complaint] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const closed = once(child, 'close');
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), closed]);
  await Promise.all([meanwhile(), closed]);
  if (child.signalCode === 'SIGKILL') return printed;
  throw new Error(`${program} was not killed at ${line}: ${complaint}`);
}
