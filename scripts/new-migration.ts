import path from 'node:path';
import { createMigration } from '@/prisma/create-migration';
import { startPostgres } from './postgres/start';
import { root } from './stack/settings';

// `npm run migration:new -- a_name`: writes the SQL for what changed in prisma/schema.prisma.
const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Give the migration a name: npm run migration:new -- add_something');
  process.exit(1);
}
const postgres = await startPostgres({
  dataFolder: path.join(root, '.data', 'migrations', 'postgres'),
  durable: false,
});
try {
  await postgres.ensureDatabase('scratch');
  const folder = await createMigration(postgres.url('scratch'), name);
  console.log(folder ? `Wrote prisma/migrations/${folder}.` : 'The schema has not changed.');
} finally {
  await postgres.stop();
}
