/** More tabs than anybody has; a program that opens streams without end loses its oldest. */
const streamsPerSession = 30;

const open = new Map<string, Set<() => void>>();

/**
 * Registers a stream of a session, and ends the session's oldest one when there are too many.
 *
 * @returns what to call when the stream has ended.
 */
export function registerStream(sessionHash: string, end: () => void): () => void {
  const mine = open.get(sessionHash) ?? new Set();
  open.set(sessionHash, mine.add(end));
  const [oldest] = mine;
  if (mine.size > streamsPerSession) oldest?.();
  return () => {
    mine.delete(end);
    if (mine.size === 0 && open.get(sessionHash) === mine) open.delete(sessionHash);
  };
}

/** How many streams are open in this process. */
export function countStreams(): number {
  return [...open.values()].reduce((sum, streams) => sum + streams.size, 0);
}
