import 'server-only';
import type { WantedJob } from '@/lib/jobs/add-job';
import { inboxPool } from './inbox-pool';
import { storeStatement } from './store-statement';

/** An event as it stands in the inbox, and the job that looks at what it is about. */
export type InboxEvent = {
  id: string;
  environment: string;
  webhookId: string;
  webhookType: string;
  resourceId: string;
  astraUserId: string | null;
  body: string;
  status: 'received' | 'done' | 'parked';
  /** Why nothing is done about it; null when it was only received. */
  outcome: string | null;
  /** What is done about it; null for an event that nothing is done about. */
  job: WantedJob | null;
};

/**
 * Writes events and their jobs, in one statement and so in one transaction: one journey to the
 * database and one commit, however many they are. Events that are there already are left alone.
 *
 * @param line groups of one line are written one after the other by all processes together. Two that
 * hold the same keys in another order would otherwise wait for each other.
 * @returns the ids of those that are new.
 */
export async function storeEvents(
  events: readonly InboxEvent[],
  line: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await inboxPool().query<{ ids: string[] }>(storeStatement, [
    line,
    JSON.stringify(events),
  ]);
  return new Set(rows[0]?.ids);
}
