import { currentUser } from '@/lib/auth/current-user';
import { env } from '@/lib/env';
import { finishRedirect } from '@/lib/hosted/finish-redirect';
import { sameSiteStep, tookSameSiteStep } from '@/lib/hosted/same-site-step';
import { route } from '@/lib/http/route';

/**
 * Where Astra's hosted pages send the person back to: the registered redirect URI.
 *
 * Inside the frame this request comes from Astra's site, so the browser leaves our session cookie
 * out (`SameSite=Lax`). It is answered with a step that repeats it from our own site; the second
 * request has the cookie. The code is exchanged only then, for the person whose `state` it is.
 */
export const GET = route('astra/callback', async (request) => {
  const url = new URL(request.url);
  const user = await currentUser();
  if (!user) {
    return tookSameSiteStep(url)
      ? finished({ outcome: 'signed_out', purpose: 'authorize' })
      : sameSiteStep(url);
  }
  return finished(await finishRedirect(user.id, Object.fromEntries(url.searchParams)));
});

/** To an address without the code, so that it stays out of the history and of reloads. */
function finished(trip: { outcome: string; purpose: string }): Response {
  const page = new URL('/astra/finished', env().NEXTAUTH_URL);
  page.search = new URLSearchParams(trip).toString();
  return new Response(null, {
    status: 303,
    headers: { location: page.href, 'cache-control': 'no-store' },
  });
}
