import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { endSession } from './adapter';
import { sessionCookieName } from './session-cookie';

/**
 * Lets a sign-in link be used by the button on our confirmation page alone, which posts to here.
 *
 * next-auth would take the link from anywhere. Then any page could sign its visitors in as somebody
 * else, unseen, and they would link their cards to that person's account; and mail scanners, which
 * open every link, would use it up.
 *
 * @param run next-auth's own handling of the link.
 */
export async function confirmSignIn(
  request: Request,
  run: () => Promise<Response>,
): Promise<Response> {
  const { origin: home } = new URL(env().NEXTAUTH_URL);
  if (request.method !== 'POST') {
    const page = new URL('/sign-in/confirm', home);
    page.search = new URL(request.url).search;
    return new Response(null, { status: 303, headers: { location: page.href } });
  }
  if (request.headers.get('origin') !== home) return new Response(null, { status: 403 });

  const earlier = (await cookies()).get(sessionCookieName())?.value;
  const answer = await run();
  // Whoever was signed in here before is so no longer.
  if (earlier && answer.headers.get('set-cookie')?.includes(`${sessionCookieName()}=`)) {
    await endSession(earlier);
  }
  return answer;
}
