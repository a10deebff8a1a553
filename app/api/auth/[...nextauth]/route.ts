import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { confirmSignIn } from '@/lib/auth/confirm-sign-in';
import { authOptions } from '@/lib/auth/options';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints: sending links, using them, and the CSRF token. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  // next-auth types its answer as `any`.
  const run = async (): Promise<Response> => NextAuth(request, context, authOptions());
  const { nextauth } = await context.params;
  return nextauth.join('/') === 'callback/email' ? confirmSignIn(request, run) : run();
}

export { handler as GET, handler as HEAD, handler as POST };
