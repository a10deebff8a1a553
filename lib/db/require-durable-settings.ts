import 'server-only';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { db } from './prisma';
import { UnfitDatabaseError } from './unfit-database-error';

/** Values with which PostgreSQL may lose what it has confirmed, when it or its machine goes down. */
const unsafe: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * Looks whether the database keeps what it confirms, as it is set for our connections. A warning is
 * enough until real money is moved.
 *
 * @throws UnfitDatabaseError with Astra's production, and an error when the database is away.
 */
export async function requireDurableSettings(): Promise<void> {
  const rows = await db().$queryRaw<{ name: string; setting: string }[]>`
    SELECT name, setting FROM pg_settings WHERE name = ANY(${Object.keys(unsafe)})`;
  const found = rows.filter(({ name, setting }) => setting === unsafe[name]);
  if (found.length === 0) return;
  const list = found.map(({ name, setting }) => `${name} is ${setting}`).join(', ');
  const sentence = `The database may lose with the power what it has confirmed: ${list}.`;
  if (env().ASTRA_ENVIRONMENT === 'production') {
    throw new UnfitDatabaseError(`${sentence} Set it on, and start again.`);
  }
  log().warn(sentence);
}
