import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/prisma/migrate';
import { startPostgres } from '@/scripts/postgres/start';
import { root } from '@/scripts/stack/settings';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server's `postgres` database, from which test databases are made. */
    adminUrl: string;
    template: string;
  }
}

/**
 * Starts a PostgreSQL for the tests and migrates one database on it. Each test file then gets a
 * copy of that, which takes tens of milliseconds.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = path.join(root, '.data', `test-${process.pid}`);
  const postgres = await startPostgres({
    dataFolder: path.join(folder, 'postgres'),
    durable: false,
  });
  const template = 'template_app';
  await postgres.ensureDatabase(template);
  await migrate(postgres.url(template));
  project.provide('adminUrl', postgres.url('postgres'));
  project.provide('template', template);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
