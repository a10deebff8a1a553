import { isOperator } from '@/lib/auth/operator';
import { route } from '@/lib/http/route';
import { pageSession } from '@/lib/live/page-session';
import { liveStream, signedOutStream } from '@/lib/live/stream';

/**
 * A stream that says when something of this person's changed. It never says what. A page that was
 * made for another session is told that its own has ended. An operator's pages show what is other
 * people's, so they ask for everybody's changes; nobody else gets those.
 */
export const GET = route('live', async (request) => {
  const session = await pageSession(request);
  const asksForAll = new URL(request.url).searchParams.get('of') === 'everybody';
  const stream = session
    ? liveStream(
        {
          userId: session.user.id,
          sessionHash: session.sessionHash,
          ofEverybody: asksForAll && isOperator(session.user),
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
