import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { spawnNode } from '@/scripts/stack/spawn-node';
import type { Program } from './build-programs';

export { endProcess } from '@/scripts/stack/spawn-node';

/**
 * What follows `node` to start a program: what `npm run` starts, but from one file (`build-programs.ts`).
 *
 * @param imports what it loads before anything else.
 */
export function programWords(program: Program, imports: readonly string[] = []): string[] {
  const folder = process.env['TEST_PROGRAMS'];
  if (folder === undefined) throw new Error('The programs were not built: see programs-setup.ts.');
  const file = path.join(folder, `${program}.mjs`);
  const loaded = imports.flatMap((module) => ['--import', module]);
  return ['--enable-source-maps', '--conditions=react-server', ...loaded, file];
}

/**
 * Starts a program as a process of its own, which ends when the test has ended.
 *
 * @param options.imports what it loads before anything else.
 */
export function spawnProgram(
  program: Program,
  options: {
    words?: readonly string[];
    imports?: readonly string[];
    env?: Record<string, string>;
    output?: 'pipe';
  } = {},
): ChildProcess {
  const { words = [], imports, env, output = 'inherit' } = options;
  return spawnNode([...programWords(program, imports), ...words], { env, output });
}
