import { cookies } from 'next/headers';
import { hashToken } from '@/lib/auth/adapter';
import { currentUser } from '@/lib/auth/current-user';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { route } from '@/lib/http/route';
import { liveStream, signedOutStream } from '@/lib/live/stream';

/** A stream that says when something of this person's changed. It never says what. */
export const GET = route('live', async (request) => {
  const user = await currentUser();
  const token = (await cookies()).get(sessionCookieName())?.value;
  const stream =
    user && token
      ? liveStream({ userId: user.id, sessionHash: hashToken(token) }, request.signal)
      : signedOutStream();
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      // Proxies must neither collect nor compress the stream.
      'x-accel-buffering': 'no',
    },
  });
});
