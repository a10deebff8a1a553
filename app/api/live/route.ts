import { cookies } from 'next/headers';
import { hashToken } from '@/lib/auth/adapter';
import { currentUser } from '@/lib/auth/current-user';
import { isOperator } from '@/lib/auth/operator';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { sessionMark } from '@/lib/auth/session-mark';
import { route } from '@/lib/http/route';
import { liveStream, signedOutStream } from '@/lib/live/stream';

/**
 * A stream that says when something of this person's changed. It never says what. A page that was
 * made for another session is told that its own has ended. An operator's pages show what is other
 * people's, so they ask for everybody's changes; nobody else gets those.
 */
export const GET = route('live', async (request) => {
  const user = await currentUser();
  const token = (await cookies()).get(sessionCookieName())?.value;
  const query = new URL(request.url).searchParams;
  const asksForAll = query.get('of') === 'everybody';
  const stream =
    user && token && query.get('mark') === sessionMark(token)
      ? liveStream(
          {
            userId: user.id,
            sessionHash: hashToken(token),
            ofEverybody: asksForAll && isOperator(user),
          },
          request.signal,
        )
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
