import 'server-only';
import { createHash } from 'node:crypto';
import { cookies } from 'next/headers';
import { hashToken } from './adapter';
import { sessionCookieName } from './session-cookie';

/**
 * A name for the session of this request that pages may carry: nobody can act with it, and it is
 * another one after each sign-in. See docs/decisions/0020.
 *
 * @returns null for whoever has no session cookie.
 */
export async function currentSessionMark(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? sessionMark(token) : null;
}

export function sessionMark(token: string): string {
  // Of the hash and with words of its own, so that it is not what the database knows a session by.
  const digest = createHash('sha256')
    .update(`mark of ${hashToken(token)}`)
    .digest('base64url');
  return digest.slice(0, 22);
}
