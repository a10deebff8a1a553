import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import EmailProvider from 'next-auth/providers/email';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { authAdapter } from './adapter';
import { sendSignInLink } from './send-sign-in-link';

const day = 24 * 60 * 60;

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
      }),
    ],
    callbacks: {
      session: ({ session, user }) => ({ ...session, user: { id: user.id, email: user.email } }),
      /** Only ever back to a page of this app, whatever a link says. */
      redirect: ({ url, baseUrl }) => {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
      },
    },
    logger: {
      error: (code, metadata) => log().error({ code, err: errorOf(metadata) }, 'next-auth'),
      warn: (code) => log().warn({ code }, 'next-auth'),
      debug: () => {},
    },
  };
}

function errorOf(metadata: unknown): unknown {
  const hasError = typeof metadata === 'object' && metadata !== null && 'error' in metadata;
  return metadata instanceof Error || !hasError ? metadata : metadata.error;
}
