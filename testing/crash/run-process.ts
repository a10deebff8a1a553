import { once } from 'node:events';
import type { Failpoint } from '@/lib/failpoints/failpoint';
import { spawnNode } from '@/scripts/stack/spawn-node';

/**
 * Runs one of these programs with the app's environment until it is killed at a failpoint, by so
 * many who have come there.
 *
 * @param meanwhile is done when it prints its first line, or ends.
 * @returns what it printed.
 * @throws Error when it ended in any other way.
 */
export async function runUntilKilled(
  program: string,
  words: readonly string[],
  { line, arrivals }: { line: Failpoint; arrivals: number },
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const child = spawnNode(
    ['--conditions=react-server', '--import', 'tsx', `testing/crash/${program}.ts`, ...words],
    { env: { FAILPOINT: `${line}:kill:${arrivals}` }, output: 'pipe' },
  );
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
