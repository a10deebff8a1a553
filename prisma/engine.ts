import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { Pool } from 'pg';

/**
 * Prisma's own schema engine, in its WebAssembly build.
 *
 * The `prisma` command downloads a native engine when it first migrates, which fails behind a
 * firewall and needs one build per platform. This build comes with `npm ci`, runs everywhere, and
 * writes the ordinary `_prisma_migrations` table, so `prisma migrate deploy` works on the same
 * history. See docs/decisions/0004-migrations-run-in-wasm.md.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  const schema = await readFile(schemaPath, 'utf8');
  const pool = new Pool({ connectionString: databaseUrl });
  const ignoreEngineLog = () => {};
  try {
    const engine = await SchemaEngine.new(
      { datamodels: [[schemaPath, schema]] },
      ignoreEngineLog,
      bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)),
    );
    return await work(engine).finally(() => engine.free());
  } finally {
    await pool.end();
  }
}

/** Loaded once: the bindings hold one WebAssembly instance in a variable of their own. */
let bindings: ReturnType<typeof loadBindings> | null = null;

async function loadBindings() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const loaded = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  // The bindings are untyped: what they import and export fits by being of one version.
  // oxlint-disable typescript/no-unsafe-type-assertion
  const imports = loaded as unknown as WebAssembly.ModuleImports;
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': { ...imports, ...withUnheldTimers(imports) },
  });
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  // oxlint-enable typescript/no-unsafe-type-assertion
  return loaded;
}

/**
 * The engine gives its lock on the database a limit of ten seconds, and never takes that timer back:
 * every process that migrates would stay for ten seconds after its work. Timers that don't hold Node
 * are enough, because a connection to the database holds it while the engine works.
 */
function withUnheldTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  // The end of the name is a hash, which changes with the version.
  const names = Object.keys(imports).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const setUnheld = (callback: () => void, delayMs: number) =>
    setTimeout(callback, delayMs).unref();
  return Object.fromEntries(names.map((name) => [name, setUnheld]));
}

export const migrationsFolder = path.join(import.meta.dirname, 'migrations');
export const schemaPath = path.join(import.meta.dirname, 'schema.prisma');

/** Every table in the `public` schema is ours; the job queue lives in a schema of its own. */
export const allTables = { externalTables: [], externalEnums: [] };

/** The migration files in the form that the engine takes, oldest first. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  const lockfile = await readFile(path.join(migrationsFolder, 'migration_lock.toml'), 'utf8').catch(
    () => null,
  );
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    migrationDirectories,
    shadowDbInitScript: '',
  };
}
