import 'server-only';
import { env } from '@/lib/env';

/** The name that next-auth gives its session cookie: prefixed where it is sent over HTTPS only. */
export function sessionCookieName(): string {
  const isSecure = env().NEXTAUTH_URL.startsWith('https://');
  return `${isSecure ? '__Secure-' : ''}next-auth.session-token`;
}
