import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './run-program';
import type { RuntimeUser } from './runtime-user';

export const superuser = 'app';

/**
 * Makes the data folder of a server, and the file with its password.
 *
 * That file says that the folder is complete: an older one goes first, and the new one comes last
 * and whole. A crash at any point leaves a folder without a password, which the next start empties.
 */
export async function initialise(
  initdb: string,
  user: RuntimeUser,
  passwordFile: string,
): Promise<void> {
  await rm(passwordFile, { force: true });
  const password = randomBytes(24).toString('hex');
  // initdb reads the password as the runtime user, who may not see the project's folder.
  const handover = await mkdtemp(path.join(tmpdir(), 'postgres-'));
  await chmod(handover, 0o755);
  const handoverFile = path.join(handover, 'password');
  try {
    await writeFile(handoverFile, password, { mode: 0o600 });
    if (user.identity) await chown(handoverFile, user.identity.uid, user.identity.gid);
    await runProgram(
      initdb,
      [
        `--pgdata=${user.dataFolder}`,
        `--username=${superuser}`,
        `--pwfile=${handoverFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
      ],
      user,
    );
    await writeWhole(passwordFile, password);
  } finally {
    await rm(handover, { recursive: true, force: true });
  }
}

/** Writes a file that is there whole or not at all, also after a power cut. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  await rename(draft, file);
}
