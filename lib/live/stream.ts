import 'server-only';
import { db } from '@/lib/db/prisma';
import { type LiveMessage, liveHub } from './hub';
import { Outlet } from './outlet';
import { registerStream } from './session-streams';

/** Silence for longer makes proxies and browsers give up on a connection. */
const heartbeatMs = 15_000;
/** Then the browser connects anew, and its session is checked anew. */
const lifetimeMs = 5 * 60_000;

/** For somebody without a session: says so, and ends. */
export function signedOutStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      const page = new Outlet(controller);
      page.tellSignedOut();
      page.endWhenRead();
    },
  });
}

type Session = {
  userId: string;
  sessionHash: string;
  /** For operators' pages: `change` comes for everybody's changes, and still says not whose. */
  ofEverybody?: boolean;
};

/**
 * Server-sent events for one session: `change` when something of the person's changed, `alive` when
 * nothing did for a while, and `signed-out` when the session ended. The stream itself ends then,
 * after some minutes, when the process stops, and when the browser leaves.
 */
export function liveStream(
  { userId, sessionHash, ofEverybody = false }: Session,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let stop = () => {};
  let flush = () => {};
  return new ReadableStream({
    async start(controller) {
      const page = new Outlet(controller);
      const timers: NodeJS.Timeout[] = [];
      let leave = () => {};
      let unregister = () => {};
      let open = true;
      flush = () => page.flush();
      stop = () => {
        open = false;
        timers.forEach(clearTimeout);
        page.stop();
        leave();
        unregister();
        signal.removeEventListener('abort', stop);
      };
      const end = () => {
        if (open) page.end();
        stop();
      };
      const endSignedOut = () => {
        if (open) page.tellSignedOut();
        if (open) page.endWhenRead();
        stop();
      };

      unregister = registerStream(sessionHash, end);
      signal.addEventListener('abort', stop);
      // Listening begins before the page is told to look, so that no change falls in between.
      const hear = ({ endedSession }: LiveMessage) => {
        if (endedSession === sessionHash) endSignedOut();
        else if (endedSession === null && open) page.tellChange();
      };
      try {
        leave = await liveHub().subscribe(userId, hear, ofEverybody);
        // A sign-out between the page's request and our listening was heard by nobody.
        if (!(await isSignedIn(sessionHash))) endSignedOut();
      } catch (error) {
        stop();
        throw error;
      }
      if (signal.aborted || !open) return stop();
      page.greet();
      timers.push(setInterval(() => page.tellAlive(), heartbeatMs));
      timers.push(setTimeout(end, lifetimeMs));
    },
    pull: () => flush(),
    cancel: () => stop(),
  });
}

async function isSignedIn(sessionHash: string): Promise<boolean> {
  const [session] = await db().$queryRaw<{ found: number }[]>`
    SELECT 1 AS found FROM sessions
    WHERE token_hash = ${sessionHash} AND expires_at > clock_timestamp()`;
  return session !== undefined;
}
