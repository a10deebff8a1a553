import { migrate } from '@/prisma/migrate';

// `npm run migrate`: brings the database in DATABASE_URL up to date. For deployments.
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL is missing; it is the PostgreSQL connection string.');
  process.exit(1);
}
const applied = await migrate(url);
console.log(
  applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`,
);
