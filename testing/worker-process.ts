import type { ChildProcess } from 'node:child_process';
import { endProcess, spawnNode } from '@/scripts/stack/spawn-node';

/** Starts `npm run worker` as a process of its own. @returns it, and what ends it. */
export function spawnWorker(env: Record<string, string> = {}): {
  worker: ChildProcess;
  end: () => Promise<void>;
} {
  const program = ['--conditions=react-server', '--import', 'tsx', 'lib/jobs/main.ts'];
  const worker = spawnNode(program, { env, output: 'inherit' });
  return { worker, end: () => endProcess(worker) };
}
