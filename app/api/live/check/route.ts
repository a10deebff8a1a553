import { route } from '@/lib/http/route';
import { pageSession } from '@/lib/live/page-session';

/**
 * For pages that the live stream does not reach: whether the session for which the page was made goes
 * on. An answer also shows that the server can be reached, so the page may read itself anew.
 */
export const GET = route('live-check', async (request) => {
  const session = await pageSession(request);
  return new Response(session ? 'open' : 'ended', { headers: { 'cache-control': 'no-store' } });
});
