import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-text';
import { StartError } from '../start-error';

/**
 * Keeps a second emulator out of the data folder, where two would overwrite each other's world.
 *
 * A killed process leaves its lock file behind, so the file names its owner and a dead owner's file is
 * taken over.
 *
 * @returns the function that releases the lock
 * @throws StartError when another process is using the folder
 */
export function lockDataDir(dataDir: string): () => void {
  const path = join(dataDir, 'lock');
  const mine = owner(process.pid);
  const own = `${path}.${process.pid}`;
  writeFileSync(own, mine, { mode: 0o600 });
  try {
    for (let round = 0; ; round += 1) {
      try {
        // Linking fails when the name exists, so of two processes exactly one gets it.
        linkSync(own, path);
        return () => release(path, mine);
      } catch {
        const holder = readHolder(path);
        if (isAlive(holder) || round > 3) {
          throw new StartError(
            `${dataDir} is in use by another emulator (process ${holder.split(' ')[0]}). Stop that one, or choose another folder with --data-dir.`,
          );
        }
        rmSync(path, { force: true });
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whether a running emulator uses this folder. */
export function isInUse(dataDir: string): boolean {
  return isAlive(readHolder(join(dataDir, 'lock')));
}

function isAlive(holder: string): boolean {
  return holder !== '' && owner(Number(holder.split(' ')[0])) === holder;
}

function release(path: string, mine: string): void {
  if (readHolder(path) === mine) rmSync(path, { force: true });
}

function readHolder(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The process id, with the moment the process began where the system tells it: after a reboot the
 * same number may belong to something else. Empty for a process that does not exist.
 */
function owner(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return '';
  }
  try {
    // The command, field two, may hold spaces and brackets; the start time is field 22.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    if (fields[0] === 'Z') return '';
    return `${pid} ${fields[19]}`;
  } catch {
    return `${pid}`;
  }
}
