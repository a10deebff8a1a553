import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';
import { contentSecurityPolicy } from '@/lib/http/content-security-policy';

/**
 * Sets the content security policy, with a fresh nonce for the scripts of each page. Nothing is
 * protected here: every page, action and handler checks its session by itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy({
    nonce,
    hostedPagesOrigin: new URL(env().astraHosts.appUrl).origin,
    // The redirect from Astra's pages comes back inside our own frame.
    framedByOurselves: request.nextUrl.pathname.startsWith('/astra/'),
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
