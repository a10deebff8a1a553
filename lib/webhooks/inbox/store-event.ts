import 'server-only';
import { lineOf } from '@/lib/jobs/line-of';
import { type GroupLimits, groupCommit } from './group-commit';
import { lines } from './inbox-pool';
import { type InboxEvent, storeEvents } from './store-events';

/** What became of an event: it is new, or it was there already. */
export type StoredAs = 'stored' | 'duplicate';

type Result = PromiseSettledResult<StoredAs>;

/**
 * Astra sends again what is not stored, and waits ten seconds for an answer. The patience is a little
 * longer than a statement may take, so that what is the matter with the database is heard first.
 */
export const inboxLimits: GroupLimits = { maxGroup: 256, maxWaiting: 5_000, patienceMs: 1_000 };

/**
 * Stores an event with its job, sharing the commit with whatever else has just arrived.
 *
 * @throws Error when it could not be stored, or when nobody knows whether it was: after a second at the
 * latest. An event whose group was on its way to the database by then may be stored all the same; it comes
 * again, and is a duplicate.
 */
export const storeEvent: (event: InboxEvent) => Promise<StoredAs> = groupCommit({
  lines,
  // Events about one resource want the same job, so they stand in one line.
  lineOf: ({ resourceId }) => lineOf(resourceId, lines),
  limits: inboxLimits,
  commit: storeGroup,
});

/** @throws Error when the database itself is the matter, and not what it was told. */
async function storeGroup(events: InboxEvent[], line: number): Promise<Result[]> {
  try {
    const newIds = await storeUnlocked(events, line);
    return events.map(({ id }) => ({
      status: 'fulfilled',
      value: newIds.has(id) ? 'stored' : 'duplicate',
    }));
  } catch (error) {
    if (!isAboutData(error)) throw error;
    return events.length === 1 ? [{ status: 'rejected', reason: error }] : halve(events, line);
  }
}

/** Tries again when it meets a lock: who held what we need, or waited for what we hold, may be done. */
async function storeUnlocked(events: InboxEvent[], line: number): Promise<ReadonlySet<string>> {
  try {
    return await storeEvents(events, line);
  } catch (error) {
    if (!isAboutLocks(error)) throw error;
    return storeEvents(events, line);
  }
}

/** One event that the database refuses must not cost the others, so it is cornered. */
async function halve(events: InboxEvent[], line: number): Promise<Result[]> {
  const middle = Math.ceil(events.length / 2);
  return [
    ...(await storeGroup(events.slice(0, middle), line)),
    ...(await storeGroup(events.slice(middle), line)),
  ];
}

/** Values, constraints, limits and triggers: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const isAboutData = (error: unknown) => /^(22|23|54|P0)/.test(codeOf(error));

const isAboutLocks = (error: unknown) => /^(40001|40P01|55P03)$/.test(codeOf(error));

/** PostgreSQL's code for what went wrong; empty when it was not PostgreSQL that said so. */
export function codeOf(error: unknown): string {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return hasCode ? String(error.code) : '';
}
