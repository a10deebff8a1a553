import 'server-only';
import { db, type Transaction } from './prisma';

/**
 * The database's clock. Expiries, leases and orderings use it, because the clocks of several
 * servers never agree.
 */
export async function databaseTime(tx: Transaction = db()): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  if (!row) throw new Error('The database did not tell the time.');
  return row.now;
}
