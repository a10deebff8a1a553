import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import { databaseTime } from '@/lib/db/database-time';

/**
 * Whether what we first saw at this time must show at Astra by now. Before that, "not found" may
 * only mean "not visible yet".
 */
export async function isPastListLag(firstSeenAt: Date): Promise<boolean> {
  const now = await databaseTime();
  return now.getTime() - firstSeenAt.getTime() > assumptions.listLagMs;
}
