import 'server-only';
import { Pool } from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';

/** How many groups of events are written at once. One is prepared while another is committed. */
export const lines = 2;

/**
 * Astra sends again what is not stored, so there is no use in patience. Whether the server is not
 * there, says nothing, or holds a lock (then there are two attempts), it shows within a second.
 */
const limits = {
  connectionTimeoutMillis: 800,
  lock_timeout: 450,
  statement_timeout: 900,
  query_timeout: 900,
};

/** Events come in bursts, and the first of each should not have to wait for a connection. */
const staysOpen = { idleTimeoutMillis: 5 * 60_000, keepAlive: true };

/**
 * A plan that was made while the tables were empty reads all of them once they are full, and a
 * connection keeps its plans for long. Making one for each group takes less than a millisecond.
 */
const options = '-c plan_cache_mode=force_custom_plan';

/** Hot reload and Next's bundles repeat modules but not `globalThis`. */
const shared: typeof globalThis & { inboxPool?: Pool | undefined } = globalThis;

/** The connections that write the inbox: one for each line, and one to ask whether all is well. */
export function inboxPool(): Pool {
  shared.inboxPool ??= openInboxPool();
  return shared.inboxPool;
}

/** Closes the connections, once nothing is being written any more. */
export async function endInboxPool(): Promise<void> {
  const pool = shared.inboxPool;
  shared.inboxPool = undefined;
  await pool?.end();
}

function openInboxPool(): Pool {
  const { DATABASE_URL: connectionString } = env();
  const pool = new Pool({ connectionString, max: lines + 1, options, ...limits, ...staysOpen });
  // A connection that breaks is replaced; an error that nobody hears would end the process.
  pool.on('error', () => log().warn('a connection of the inbox broke'));
  return pool;
}
