import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints: sending links, using them, and the CSRF token. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  // next-auth types its answer as `any`.
  const answer: Response = await NextAuth(request, context, authOptions());
  return answer;
}

export { handler as GET, handler as POST };
