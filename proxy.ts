import { type NextRequest, NextResponse } from 'next/server';
import { isDirectEntryPage } from '@/lib/direct-entry/pages';
import { env } from '@/lib/env';
import { contentSecurityPolicy } from '@/lib/http/content-security-policy';

/**
 * Sets the content security policy, with a fresh nonce for the scripts of each page. Nothing is
 * protected here: every page, action and handler checks its session by itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  const { DIRECT_ENTRY, astraHosts } = env();
  const sendsNumbers = DIRECT_ENTRY === 'secure-host' && isDirectEntryPage(pathname);
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy({
    nonce,
    hostedPagesOrigin: new URL(astraHosts.appUrl).origin,
    // The redirect from Astra's pages comes back inside our own frame.
    framedByOurselves: pathname.startsWith('/astra/'),
    secureHostOrigin: sendsNumbers ? new URL(astraHosts.secureUrl).origin : null,
    isDevelopment: process.env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static/|_next/image|icon\\.svg$|favicon\\.ico$).*)' }],
};
