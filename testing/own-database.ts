import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll } from 'vitest';
import { migrate } from '@/prisma/migrate';
import { type RunningPostgres, startPostgres } from '@/scripts/postgres/start';
import { root } from '@/scripts/stack/settings';

/**
 * Starts a PostgreSQL of this test's own, which may crash, and points the app's environment at it.
 * Call it at the top of the file: the app reads its environment once.
 */
export async function useDatabase(): Promise<RunningPostgres> {
  const folder = path.join(root, '.data', `own-${process.pid}`);
  const postgres = await startPostgres({
    dataFolder: path.join(folder, 'postgres'),
    durable: true,
  });
  await postgres.ensureDatabase('app');
  await migrate(postgres.url('app'));
  process.env['DATABASE_URL'] = postgres.url('app');
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return postgres;
}
