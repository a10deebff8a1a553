import 'server-only';
import { newestMigration } from './newest-migration';
import { db } from './prisma';
import { UnfitDatabaseError } from './unfit-database-error';

/**
 * Looks whether the database has all the tables and columns that this version of the app knows. One
 * that has more is good: it was migrated for the next version, which is about to start beside this one.
 *
 * @throws UnfitDatabaseError when it has not, and an error when the database is away.
 */
export async function requireMigratedSchema(): Promise<void> {
  const [{ isMigrated } = { isMigrated: false }] = await db().$queryRaw<{ isMigrated: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "isMigrated"`;
  if (isMigrated && (await hasNewest())) return;
  throw new UnfitDatabaseError(
    `The database lacks the migration ${newestMigration}, which this version of the app needs. Run "npm run migrate", and start again.`,
  );
}

async function hasNewest(): Promise<boolean> {
  const applied = await db().$queryRaw<unknown[]>`
    SELECT FROM _prisma_migrations
    WHERE migration_name = ${newestMigration} AND finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return applied.length > 0;
}
