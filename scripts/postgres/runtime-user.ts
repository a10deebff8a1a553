import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lchownSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Who runs PostgreSQL, and where its files are. */
export type RuntimeUser = {
  /** Absent for an ordinary person, who runs it as themselves. */
  identity: { uid: number; gid: number } | null;
  dataFolder: string;
  /** Where the binaries must be copied, or null when they can run from `node_modules`. */
  binariesFolder: string | null;
};

/**
 * PostgreSQL refuses to run as root, which is who one is in most containers. Root therefore starts
 * it as `nobody`. That user must be able to enter the folders in question, and cannot when the
 * project lies under a private home; then data and binaries live under `/var/tmp` instead, in a
 * folder named after the project's path.
 *
 * @throws Error when somebody else has prepared a folder there.
 */
export function chooseRuntimeUser(dataFolder: string, elsewhere = '/var/tmp'): RuntimeUser {
  if (process.getuid?.() !== 0) return { identity: null, dataFolder, binariesFolder: null };

  const identity = {
    uid: Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })),
    gid: Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' })),
  };
  mkdirSync(path.dirname(dataFolder), { recursive: true });
  if (isOpenToEveryone(path.dirname(dataFolder)) && isOpenToEveryone(import.meta.dirname)) {
    return { identity, dataFolder: handOver(dataFolder, identity), binariesFolder: null };
  }
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const home = path.join(elsewhere, `astra-reference-app-${name}`);
  requireOwn(home, 0o711);
  return {
    identity,
    dataFolder: handOver(path.join(home, 'data'), identity),
    binariesFolder: path.join(home, 'postgres'),
  };
}

/** True when every folder on the way down may be entered by anyone. */
function isOpenToEveryone(folder: string): boolean {
  const enterable = (statSync(folder).mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return enterable && (parent === folder || isOpenToEveryone(parent));
}

/**
 * Makes a folder of root's, or finds the one of an earlier start. Everybody may write where it is
 * made, so one that somebody else made first, or a link that leads elsewhere, is not touched.
 */
function requireOwn(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} was made by somebody else. Remove it, then try again.`);
  }
  chmodSync(folder, mode);
}

/** Makes a folder in one that only root writes to, and gives it to the runtime user. */
function handOver(folder: string, { uid, gid }: { uid: number; gid: number }): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  lchownSync(folder, uid, gid);
  return folder;
}
