import 'server-only';
import { db } from '@/lib/db/prisma';
import { type LiveMessage, liveHub } from './hub';
import { registerStream } from './session-streams';

/** Silence for longer makes proxies and browsers give up on a connection. */
const heartbeatMs = 15_000;
/** Then the browser connects anew, and its session is checked anew. */
const lifetimeMs = 5 * 60_000;

const text = new TextEncoder();
const comment = ': still here\n\n';
const changed = 'event: change\ndata: {}\n\n';
const signedOut = 'event: signed-out\ndata: {}\n\n';

/** For somebody without a session: says so, and ends. */
export function signedOutStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(text.encode(signedOut));
      controller.close();
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
 * Server-sent events for one session: `change` when something of the person's changed, and
 * `signed-out` when the session ended. The stream itself ends then, after some minutes, and when
 * the browser leaves.
 */
export function liveStream(
  { userId, sessionHash, ofEverybody = false }: Session,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let stop = () => {};
  return new ReadableStream({
    async start(controller) {
      const timers: NodeJS.Timeout[] = [];
      let leave = () => {};
      let unregister = () => {};
      let open = true;
      stop = () => {
        if (!open) return;
        open = false;
        timers.forEach(clearTimeout);
        leave();
        unregister();
        signal.removeEventListener('abort', stop);
      };
      const send = (event: string) => open && controller.enqueue(text.encode(event));
      const end = () => {
        if (open) controller.close();
        stop();
      };

      unregister = registerStream(sessionHash, end);
      signal.addEventListener('abort', stop);
      // Listening begins before the page is told to look, so that no change falls in between.
      const hear = ({ endedSession }: LiveMessage) => {
        if (endedSession === sessionHash) {
          send(signedOut);
          end();
        } else if (endedSession === null) {
          send(changed);
        }
      };
      leave = await liveHub().subscribe(userId, hear, ofEverybody);
      // A sign-out between the page's request and our listening was heard by nobody.
      if (!(await isSignedIn(sessionHash))) {
        send(signedOut);
        end();
      }
      if (signal.aborted || !open) {
        leave();
        return stop();
      }
      send(changed);
      timers.push(setInterval(() => send(comment), heartbeatMs));
      timers.push(setTimeout(end, lifetimeMs));
    },
    cancel: () => stop(),
  });
}

async function isSignedIn(sessionHash: string): Promise<boolean> {
  const [session] = await db().$queryRaw<{ found: number }[]>`
    SELECT 1 AS found FROM sessions
    WHERE token_hash = ${sessionHash} AND expires_at > clock_timestamp()`;
  return session !== undefined;
}
