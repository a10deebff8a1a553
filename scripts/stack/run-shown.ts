import { spawn } from 'node:child_process';
import { root } from './settings';

/**
 * Runs a Node program of this project with its output shown. When this process is asked to stop
 * meanwhile, both end, and nothing is begun after it. @returns its exit code.
 */
export function runShown(words: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: { ...process.env, ...env },
      // The closing line of this run is the only one that machines should read.
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    let isStopped = false;
    // Ctrl-C reaches the program as well; its end is waited for, so that nothing is left running.
    const hear = () => {
      isStopped = true;
    };
    const stop = () => {
      isStopped = true;
      child.kill('SIGTERM');
    };
    process.on('SIGINT', hear);
    process.on('SIGTERM', stop);
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('SIGINT', hear);
      process.off('SIGTERM', stop);
      if (isStopped) process.exit(1);
      resolve(code ?? 1);
    });
  });
}
