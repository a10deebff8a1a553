import { spawn } from 'node:child_process';
import path from 'node:path';
import type { RuntimeUser } from './runtime-user';

/** Runs one of PostgreSQL's programs to its end, and throws with what it printed if it fails. */
export function runProgram(program: string, words: string[], user: RuntimeUser): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      ...user.identity,
      // The server must not inherit our secrets, nor a folder that its user cannot enter.
      cwd: user.identity ? '/' : process.cwd(),
      env: {
        NODE_ENV: 'production',
        LC_ALL: 'C',
        PATH: process.env['PATH'],
        SystemRoot: process.env['SystemRoot'],
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      // The server that pg_ctl leaves behind may hold the pipe, so its end is not waited for.
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(program)} failed: ${complaint.trim()}`));
    });
  });
}
