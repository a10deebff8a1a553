import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './settings';

const endWithParent = pathToFileURL(path.join(root, 'scripts', 'end-with-parent.mjs')).href;

/**
 * Starts a Node program of this project, which ends when this process has ended, even if that was
 * killed.
 *
 * @param words what follows `node`.
 */
export function spawnNode(
  words: readonly string[],
  { env = {}, output }: { env?: Record<string, string> | undefined; output: 'pipe' | 'inherit' },
): ChildProcess {
  return spawn(process.execPath, ['--import', endWithParent, ...words], {
    cwd: root,
    env: { ...process.env, ...env, ENDS_WITH_PARENT: 'true' },
    stdio: ['ignore', output, output, 'ipc'],
    windowsHide: true,
  });
}

const patienceMs = 8_000;

/** Asks a process to end, and ends it if it doesn't. */
export async function endProcess(child: ChildProcess): Promise<void> {
  const neverBegan = child.pid === undefined;
  if (neverBegan || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(force);
}
