import 'server-only';
import { makeWorkerUtils } from 'graphile-worker';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { forgetOldEvents } from '@/lib/webhooks/forget-old-events';
import { workerLogger } from './worker-logger';

/**
 * Deletes what has expired or is used up: sessions, sign-in links, trips to the hosted pages and to
 * banks, loans of tokens, payments that were composed and left alone for a month, jobs that were given
 * up that long ago, events that were done with (`forget-old-events.ts`), and the queues that each
 * resource and each person once had for themselves.
 */
export async function cleanUp(): Promise<void> {
  await db().$executeRaw`DELETE FROM sessions WHERE expires_at < clock_timestamp()`;
  await db().$executeRaw`DELETE FROM sign_in_tokens WHERE expires_at < clock_timestamp()`;
  await db().$executeRaw`
    DELETE FROM redirect_states WHERE expires_at < clock_timestamp() - interval '1 day'`;
  await db().$executeRaw`
    DELETE FROM bank_link_sessions WHERE expires_at < clock_timestamp() - interval '1 day'`;
  await db().$executeRaw`
    DELETE FROM stand_in_bank_visits WHERE expires_at < clock_timestamp() - interval '1 day'`;
  await db().$executeRaw`
    DELETE FROM access_token_loans WHERE expires_at < clock_timestamp() - interval '1 day'`;
  await db().$executeRaw`
    DELETE FROM rate_limits WHERE window_start < clock_timestamp() - interval '1 day'`;
  // Whoever goes on with a draft changes it; the age of its row is what the index finds.
  await db().$executeRaw`
    DELETE FROM payment_drafts WHERE created_at < clock_timestamp() - interval '30 days'
      AND updated_at < clock_timestamp() - interval '30 days'`;
  await db().$executeRaw`
    SELECT graphile_worker.complete_jobs(ARRAY(
      SELECT id FROM graphile_worker.jobs
      WHERE attempts >= max_attempts AND locked_at IS NULL
        AND updated_at < clock_timestamp() - interval '30 days'))`;
  await forgetOldEvents();
  await forgetEmptyQueues();
}

async function forgetEmptyQueues(): Promise<void> {
  const { DATABASE_URL: connectionString } = env();
  const utils = await makeWorkerUtils({ connectionString, maxPoolSize: 1, logger: workerLogger });
  try {
    await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] });
  } finally {
    await utils.release();
  }
}
