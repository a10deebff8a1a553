import { randomUUID } from 'node:crypto';
import { authAdapter } from '@/lib/auth/adapter';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import type { User } from '@/lib/db/generated/client';

/** As long as a new session of next-auth's: one that is nearer its end it would lengthen. */
const lifetimeMs = 14 * 24 * 60 * 60_000;

/** A browser in which this person has signed in, as the cookies that it sends. */
export async function signIn(
  user: Pick<User, 'id'>,
  expires = new Date(Date.now() + lifetimeMs),
): Promise<Record<string, string>> {
  const sessionToken = randomUUID();
  await authAdapter.createSession?.({ sessionToken, userId: user.id, expires });
  return { [sessionCookieName()]: sessionToken };
}
