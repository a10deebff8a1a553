/** More tabs than anybody has; a program that opens streams without end loses its oldest. */
const streamsPerSession = 30;

type Registry = { open: Map<string, Set<() => void>>; isClosed: boolean };

/** Next gives the server's start and its routes modules of their own, but one `globalThis`. */
const shared: typeof globalThis & { sessionStreams?: Registry } = globalThis;

function registry(): Registry {
  shared.sessionStreams ??= { open: new Map(), isClosed: false };
  return shared.sessionStreams;
}

/**
 * Registers a stream of a session, and ends the session's oldest one when there are too many. In a
 * process that stops, the new stream itself is ended.
 *
 * @returns what to call when the stream has ended.
 */
export function registerStream(sessionHash: string, end: () => void): () => void {
  const { open, isClosed } = registry();
  const mine = open.get(sessionHash) ?? new Set();
  open.set(sessionHash, mine.add(end));
  const leave = () => {
    mine.delete(end);
    if (mine.size === 0 && open.get(sessionHash) === mine) open.delete(sessionHash);
  };
  const [oldest] = mine;
  if (mine.size > streamsPerSession) oldest?.();
  if (isClosed) end();
  return leave;
}

/** How many streams are open in this process. */
export function countStreams(): number {
  return [...registry().open.values()].reduce((sum, streams) => sum + streams.size, 0);
}

/**
 * Ends every stream of this process, also those that are still to be opened: it is about to stop,
 * and the browsers connect to another.
 */
export function endAllStreams(): void {
  const { open } = registry();
  registry().isClosed = true;
  // Each takes itself out of the list when it ends, which an iteration of a map or set allows.
  for (const streams of open.values()) for (const end of streams) end();
}
