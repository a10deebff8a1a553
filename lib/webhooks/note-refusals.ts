import 'server-only';
import { log } from '@/lib/log/logger';
import { codeOf } from './inbox/store-event';

/** Anybody can be refused a million times, so refusals are counted, and told of this often at most. */
const summaryEveryMs = 60_000;

let counts = new Map<string, number>();
let isOutageTold = false;

/** Counts a delivery that was refused. A minute after the first one, the log has one line for all. */
export function noteRefusal(receipt: string): void {
  if (counts.size === 0) setTimeout(tellRefusals, summaryEveryMs).unref();
  counts.set(receipt, (counts.get(receipt) ?? 0) + 1);
}

/** Writes the line that is due, also before a process ends. */
export function tellRefusals(): void {
  const refused = Object.fromEntries(counts);
  counts = new Map();
  isOutageTold = false;
  if (Object.keys(refused).length > 0) log().warn({ refused }, 'deliveries were refused');
}

/**
 * Tells at once that an event could not be stored, and then not again until the next summary. Only a
 * code is told: PostgreSQL's sentences about a row may hold the row.
 */
export function noteOutage(error: unknown): void {
  if (isOutageTold) return;
  isOutageTold = true;
  const kind = error instanceof Error ? error.name : typeof error;
  log().error({ kind, code: codeOf(error) }, 'events cannot be stored; Astra will send them again');
}
