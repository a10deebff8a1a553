import type { ChildProcess } from 'node:child_process';
import { spawnNode } from '@/scripts/stack/spawn-node';

export { endProcess } from '@/scripts/stack/spawn-node';

/** The app's programs, as `npm run` starts them. */
const programs = {
  worker: 'lib/jobs/main.ts',
  ingest: 'ingest/main.ts',
  reconcile: 'lib/jobs/reconcile/main.ts',
} as const;

/**
 * Starts one of the app's programs as a process of its own, which ends when the test has ended.
 *
 * @param options.imports what it loads before anything else.
 */
export function spawnProgram(
  name: keyof typeof programs,
  options: {
    words?: readonly string[];
    imports?: readonly string[];
    env?: Record<string, string>;
    output?: 'pipe';
  } = {},
): ChildProcess {
  const { words = [], imports = [], env, output = 'inherit' } = options;
  const loaded = [...imports, 'tsx'].flatMap((module) => ['--import', module]);
  return spawnNode(['--conditions=react-server', ...loaded, programs[name], ...words], {
    env,
    output,
  });
}
