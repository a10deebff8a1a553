import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { storeStatement } from '@/lib/webhooks/inbox/store-statement';
import type { Bench } from '../measure';
import type { Parts } from './start-parts';

const run = promisify(execFile);

/**
 * One event as the doors write it, but alone in its statement, and in a line of its own, so that none
 * waits for another's lock. (A colon before a letter would be a variable to pgbench.)
 */
const event = `json_build_array(json_build_object(
  'id', gen_random_uuid(), 'environment', 'emulator', 'webhookId', gen_random_uuid(),
  'webhookType', 'transfer_updated', 'resourceId', gen_random_uuid(),
  'astraUserId', gen_random_uuid(), 'body', repeat('x', 260), 'parkedBecause', null,
  'job', json_build_object('name', 'sync_resource', 'payload', json_build_object(
    'resource', 'transfer', 'resourceId', gen_random_uuid(), 'astraUserId', gen_random_uuid()),
    'queue', concat('transfer', chr(58), gen_random_uuid()), 'delay_ms', 0, 'max_attempts', 12,
    'key', concat('sync_resource', chr(58), 'transfer', chr(58), gen_random_uuid()))))`;

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
  const statement = storeStatement.replace('$1', ':line').replace('$2', event);
  writeFileSync(script, `\\set line random(1, 2000000000)\n${statement};\n`);
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
