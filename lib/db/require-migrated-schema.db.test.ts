import { expect, test } from 'vitest';
import { newestMigration } from './newest-migration';
import { db } from './prisma';
import { requireFitDatabase } from './require-fit-database';
import { requireMigratedSchema } from './require-migrated-schema';
import { UnfitDatabaseError } from './unfit-database-error';

test('a database that was migrated for this version is good, and so is one that has more', async () => {
  await requireFitDatabase();
  await db().$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('next', 'x', '99991231235959_next', clock_timestamp())`;
  await requireMigratedSchema();
});

test.each([
  ['was cut short', 'finished_at = NULL'],
  ['was rolled back', 'finished_at = clock_timestamp(), rolled_back_at = clock_timestamp()'],
  ['is not there', `migration_name = 'another'`],
])(
  'a database whose newest migration %s is not used, and it is said what to do',
  async (_what, change) => {
    await db().$executeRawUnsafe(
      `UPDATE _prisma_migrations SET ${change} WHERE migration_name = '${newestMigration}'`,
    );
    const refusal = expect(requireFitDatabase()).rejects;
    await refusal.toThrow(UnfitDatabaseError);
    await expect(requireMigratedSchema()).rejects.toThrow(
      `lacks the migration ${newestMigration}, which this version of the app needs. Run "npm run migrate"`,
    );
  },
);

test('neither is one that was never migrated', async () => {
  await db().$executeRaw`ALTER TABLE _prisma_migrations RENAME TO elsewhere`;
  await expect(requireMigratedSchema()).rejects.toThrow('lacks the migration');
});
