import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import EmailProvider from 'next-auth/providers/email';
import { z } from 'zod';
import { env } from '@/lib/env';
import { clientIp } from '@/lib/http/client-ip';
import { log } from '@/lib/log/logger';
import { authAdapter } from './adapter';
import { sendSignInLink } from './send-sign-in-link';
import { maySendSignInLink } from './sign-in-limits';

const day = 24 * 60 * 60;

/** One plain address: mail programs also take names, groups and lists, which would fool the limits. */
const emailAddress = z.string().trim().toLowerCase().pipe(z.email());

/** next-auth's settings. Sessions live in the database, so that they can be ended there. */
export function authOptions(): NextAuthOptions {
  return {
    adapter: authAdapter,
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'database', maxAge: 14 * day, updateAge: day },
    pages: {
      signIn: '/sign-in',
      verifyRequest: '/sign-in/check-email',
      error: '/sign-in',
    },
    providers: [
      EmailProvider({
        server: env().EMAIL_SERVER,
        from: env().EMAIL_FROM,
        maxAge: 15 * 60,
        sendVerificationRequest: sendSignInLink,
        normalizeIdentifier: (typed) => emailAddress.parse(typed),
      }),
    ],
    callbacks: {
      signIn: async ({ user, email }) => {
        const asksForLink = email?.verificationRequest === true;
        if (!asksForLink || (await maySendSignInLink(user.email ?? '', await deviceIp())))
          return true;
        return '/sign-in?error=TooManyLinks';
      },
      session: ({ session, user }) => ({ ...session, user: { id: user.id, email: user.email } }),
      /** Only ever back to a page of this app, whatever a link says. */
      redirect: ({ url, baseUrl }) => {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
      },
    },
    logger: {
      error: (code, metadata) => log().error({ code, ...outlineOf(metadata) }, 'next-auth'),
      warn: (code) => log().warn({ code }, 'next-auth'),
      debug: () => {},
    },
  };
}

/** Only counted with, so that not knowing it is no reason to turn anybody away. */
async function deviceIp(): Promise<string> {
  return clientIp().catch(() => 'unknown');
}

/** What may be logged of an error: mail servers repeat the address in theirs. */
function outlineOf(metadata: unknown): { error?: string; smtp?: number } {
  const hasError = typeof metadata === 'object' && metadata !== null && 'error' in metadata;
  const error = hasError ? metadata.error : metadata;
  if (!(error instanceof Error)) return {};
  if (!('responseCode' in error) || typeof error.responseCode !== 'number')
    return { error: error.name };
  return { error: error.name, smtp: error.responseCode };
}
