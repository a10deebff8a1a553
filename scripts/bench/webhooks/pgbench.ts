import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { jobLines } from '@/lib/jobs/line-of';
import { storeStatement } from '@/lib/webhooks/inbox/store-statement';
import type { Bench } from '../measure';
import type { Parts } from './start-parts';

const run = promisify(execFile);

/** One event, with the job that the doors give it. (A colon before a letter is a variable to pgbench.) */
const event = `json_build_array(json_build_object(
  'id', gen_random_uuid(), 'environment', 'emulator', 'webhookId', gen_random_uuid(),
  'webhookType', 'transfer_updated', 'resourceId', transfer,
  'astraUserId', person, 'body', repeat('x', 260), 'status', 'received', 'outcome', null,
  'job', json_build_object('name', 'sync_resource', 'payload', json_build_object(
    'resource', 'transfer', 'resourceId', transfer, 'astraUserId', person),
    'queue', concat('sync', chr(58), :queue::int), 'delay_ms', 0, 'max_attempts', 12,
    'key', concat_ws(chr(58), 'sync_resource', 'transfer', transfer, person), 'priority', 0)))`;

const ids = '(SELECT gen_random_uuid() AS transfer, gen_random_uuid() AS person) AS ids';

/**
 * What pgbench sends: the doors' statement with one event, as they write it. Only the lock is one of its
 * own, so that none waits for another's. Looks stand in as many lines as ever.
 */
export const storeEventScript = `\\set line random(1, 2000000000)
\\set queue random(0, ${jobLines - 1})
${storeStatement.replace('$1', ':line').replace('$2', `(SELECT ${event} FROM ${ids})`)};
`;

/**
 * How many events a second the same PostgreSQL takes when each is a transaction of its own: what a
 * client in C gets from the statement of the doors. Needs `pgbench`, which comes with PostgreSQL's
 * client programs.
 *
 * @returns null where there is no pgbench.
 */
export async function runPgbench(
  bench: Bench,
  { databaseUrl }: Parts,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<number | null> {
  const script = path.join(bench.newFolder(), 'store-event.sql');
  writeFileSync(script, storeEventScript);
  const words = ['-n', '-M', 'prepared', '-c', clients, '-j', 2, '-T', seconds, '-f', script];
  try {
    const { stdout } = await run('pgbench', [...words.map(String), databaseUrl]);
    const [, perSecond] = /^tps = ([\d.]+)/m.exec(stdout) ?? [];
    return Number(perSecond);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
