import { runMigrations as migrateJobQueue } from 'graphile-worker';
import { Client, Pool } from 'pg';
import { allTables, readMigrations, withSchemaEngine } from './engine';

/** Any number that no other lock of this database uses. */
const migrationLock = 7_242_001;

/**
 * Brings the database up to date: this app's tables, then the job queue's.
 *
 * Several processes may start at once, so the work is done under an advisory lock: the first one
 * migrates, the others wait and then find nothing to do.
 *
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, async (engine) =>
      engine.applyMigrations({ migrationsList: await readMigrations(), filters: allTables }),
    );
    const pgPool = new Pool({ connectionString: databaseUrl });
    // A lost idle connection is no reason to stop; a failed query throws by itself.
    pgPool.on('error', () => {});
    pgPool.on('connect', (client) => client.on('error', () => {}));
    try {
      await migrateJobQueue({ pgPool });
    } finally {
      await pgPool.end();
    }
    return appliedMigrationNames;
  } finally {
    await lock.end();
  }
}
