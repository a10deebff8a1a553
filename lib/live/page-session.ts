import 'server-only';
import { cookies } from 'next/headers';
import { hashToken } from '@/lib/auth/adapter';
import { currentUser, type SignedInUser } from '@/lib/auth/current-user';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { sessionMark } from '@/lib/auth/session-mark';

/**
 * Whose page asks for news, and in which session.
 *
 * @returns null when the session for which the page was made has ended, also when somebody has
 *   signed in anew since.
 */
export async function pageSession(
  request: Request,
): Promise<{ user: SignedInUser; sessionHash: string } | null> {
  const user = await currentUser();
  const token = (await cookies()).get(sessionCookieName())?.value;
  const mark = new URL(request.url).searchParams.get('mark');
  if (!user || !token || mark !== sessionMark(token)) return null;
  return { user, sessionHash: hashToken(token) };
}
