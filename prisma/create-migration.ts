import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { allTables, migrationsFolder, schemaPath, withSchemaEngine } from './engine';

/** The schema that the migrations so far lead to, kept so that the next difference can be taken. */
const migratedSchemaPath = path.join(migrationsFolder, 'migrated-schema.prisma');
const newestPath = path.join(migrationsFolder, '..', '..', 'lib', 'db', 'newest-migration.ts');

/**
 * The SQL that leads from the migrations so far to `schema.prisma`; empty when nothing is missing.
 *
 * @param databaseUrl any PostgreSQL database: the engine asks its version and touches nothing.
 */
export async function pendingSql(databaseUrl: string): Promise<string> {
  const before = await readFile(migratedSchemaPath, 'utf8').catch(() => null);
  const after = await readFile(schemaPath, 'utf8');
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from:
        before === null
          ? { tag: 'empty' }
          : { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: before }] },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: after }] },
      script: true,
      exitCode: null,
      filters: allTables,
    }),
  );
  return hasStatements(stdout ?? '') ? (stdout ?? '') : '';
}

/**
 * Writes the pending SQL as the next migration. Read the file before you commit it.
 *
 * @returns the new folder's name, or null when the schema has not changed.
 */
export async function createMigration(databaseUrl: string, name: string): Promise<string | null> {
  const sql = await pendingSql(databaseUrl);
  if (sql === '') return null;
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = `${timestamp}_${name}`;
  await mkdir(path.join(migrationsFolder, folder), { recursive: true });
  await writeFile(path.join(migrationsFolder, folder, 'migration.sql'), sql);
  await writeFile(path.join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  await copyFile(schemaPath, migratedSchemaPath);
  await nameNewest(folder);
  return folder;
}

/** The app refuses a database without it: see `lib/db/require-migrated-schema.ts`. */
async function nameNewest(folder: string): Promise<void> {
  const before = await readFile(newestPath, 'utf8');
  const after = before.replace(/'\d{14}_\w+'/, `'${folder}'`);
  if (after === before) throw new Error(`Name the migration ${folder} in ${newestPath} by hand.`);
  await writeFile(newestPath, after);
}

/** The engine answers with a comment alone when there is nothing to do. */
function hasStatements(sql: string): boolean {
  return sql.split('\n').some((line) => line.trim() !== '' && !line.startsWith('--'));
}
