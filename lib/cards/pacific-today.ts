import 'server-only';
import { pacificDay } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import type { Transaction } from '@/lib/db/prisma';

/** The day it is now in the time zone that Astra counts days by, on the database's clock. */
export async function pacificToday(tx?: Transaction): Promise<string> {
  return pacificDay(await databaseTime(tx));
}
