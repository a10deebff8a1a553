import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newestMigration } from './newest-migration';

test('the app asks for the newest migration that there is', () => {
  const folder = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations');
  const migrations = readdirSync(folder).filter((name) => /^\d{14}_/.test(name));
  expect(newestMigration).toBe(migrations.sort().at(-1));
});
