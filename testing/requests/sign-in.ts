import { randomUUID } from 'node:crypto';
import { authAdapter } from '@/lib/auth/adapter';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { sessionMark } from '@/lib/auth/session-mark';
import type { User } from '@/lib/db/generated/client';

/** A browser: the cookies that it sends, and the mark that its pages carry. */
export type Browser = { cookies: Record<string, string>; mark: string };

/** A browser that nobody has signed in to, though it says so. */
export function strangersBrowser(token: string = randomUUID()): Browser {
  return { cookies: { [sessionCookieName()]: token }, mark: sessionMark(token) };
}

/** As long as a new session of next-auth's: one that is nearer its end it would lengthen. */
const lifetimeMs = 14 * 24 * 60 * 60_000;

/** A browser of its own in which this person has signed in. */
export async function signIn(
  user: Pick<User, 'id'>,
  expires = new Date(Date.now() + lifetimeMs),
): Promise<Browser> {
  const sessionToken = randomUUID();
  await authAdapter.createSession?.({ sessionToken, userId: user.id, expires });
  return strangersBrowser(sessionToken);
}
