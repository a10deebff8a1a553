import { spawn } from 'node:child_process';
import { root } from './settings';

/** Runs a Node program of this project with its output shown. @returns its exit code. */
export function runShown(words: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: { ...process.env, ...env },
      // The closing line of this run is the only one that machines should read.
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // Ctrl-C reaches the program as well; its end is waited for, so that nothing is left running.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
