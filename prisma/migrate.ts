import { Socket } from 'node:net';
import { runMigrations as migrateJobQueue } from 'graphile-worker';
import { Client, Pool } from 'pg';
import { allTables, readMigrations, withSchemaEngine } from './engine';

/** Any number that no other lock of this database uses. */
export const migrationLock = 7_242_001;

/**
 * Brings the database up to date: this app's tables, then the job queue's.
 *
 * Several processes may start at once, so the work is done under an advisory lock: the first one
 * migrates, the others wait and then find nothing to do.
 *
 * @param signal ends the waiting for the server or for that lock. What has begun is finished, because
 * Prisma refuses to go on where a migration was cut short.
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(databaseUrl: string, signal?: AbortSignal): Promise<string[]> {
  signal?.throwIfAborted();
  const socket = new Socket();
  const giveUp = () => socket.destroy();
  signal?.addEventListener('abort', giveUp);
  const lock = new Client({ connectionString: databaseUrl, stream: () => socket });
  // Losing it while it is merely held is no reason to end: Prisma and the queue lock as well.
  lock.on('error', () => {});
  try {
    await lock.connect();
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    signal?.removeEventListener('abort', giveUp);
    signal?.throwIfAborted();
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
