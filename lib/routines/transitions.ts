import { routineStatuses } from '@/lib/astra/contract';

/** The statuses in which a routine stays. */
export const endedRoutineStatuses = ['completed', 'failed', 'cancelled'];

const ended = new Set(endedRoutineStatuses);

/**
 * Whether a routine can come to be in one status after another. One that has ended stays so, and
 * only what happens once ends. A one-time routine whose person was suspended never runs again.
 *
 * A status that we don't know is shown as it is, so nothing is forbidden from or to it.
 * Source: reference, "Routine Statuses".
 */
export function isAllowedRoutineChange(
  from: string,
  to: string,
  type: string | null | undefined,
): boolean {
  const known: readonly string[] = routineStatuses;
  if (from === to || !known.includes(from) || !known.includes(to)) return true;
  if (ended.has(from)) return false;
  if (from === 'user_suspended' && type === 'one-time') return ended.has(to);
  return true;
}
