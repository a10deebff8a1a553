import 'server-only';
import { createHash } from 'node:crypto';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import type { User } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { notifySignedOut } from '@/lib/live/notify';

/**
 * Where next-auth keeps people, sessions and sign-in links: our own tables, by e-mail only.
 *
 * The published Prisma adapter stores session tokens as they are, so that whoever can read the
 * table can be anybody. This one stores their hashes.
 */
export const authAdapter: Adapter = {
  createUser: async ({ email, emailVerified }: Omit<AdapterUser, 'id'>) =>
    toAdapterUser(await db().user.create({ data: { email, emailVerifiedAt: emailVerified } })),

  getUser: async (id) => orNull(await db().user.findUnique({ where: { id } })),

  getUserByEmail: async (email) => orNull(await db().user.findUnique({ where: { email } })),

  updateUser: async ({ id, emailVerified }) =>
    toAdapterUser(
      await db().user.update({
        where: { id },
        data: emailVerified === undefined ? {} : { emailVerifiedAt: emailVerified },
      }),
    ),

  createSession: async ({ sessionToken, userId, expires }) => {
    await db().session.create({
      data: { tokenHash: hashToken(sessionToken), userId, expiresAt: expires },
    });
    return { sessionToken, userId, expires };
  },

  getSessionAndUser: async (sessionToken) => {
    const found = await db().session.findUnique({
      where: { tokenHash: hashToken(sessionToken) },
      include: { user: true },
    });
    if (!found) return null;
    const session = { sessionToken, userId: found.userId, expires: found.expiresAt };
    return { session, user: toAdapterUser(found.user) };
  },

  updateSession: async ({ sessionToken, expires }) => {
    if (!expires) return null;
    // Its owner may have signed out in the meantime.
    const [session] = await db().session.updateManyAndReturn({
      where: { tokenHash: hashToken(sessionToken) },
      data: { expiresAt: expires },
    });
    return session ? { sessionToken, userId: session.userId, expires } : null;
  },

  deleteSession: async (sessionToken) => endSession(sessionToken),

  createVerificationToken: async ({ identifier, token, expires }) => {
    await db().signInToken.create({ data: { identifier, tokenHash: token, expiresAt: expires } });
    return { identifier, token, expires };
  },

  /** Deleting is using: of two clicks on one link, one finds nothing. */
  useVerificationToken: async ({ identifier, token }) => {
    const [used] = await db().$queryRaw<{ expires: Date }[]>`
      DELETE FROM sign_in_tokens WHERE identifier = ${identifier} AND token_hash = ${token}
      RETURNING expires_at AS expires`;
    return used ? { identifier, token, expires: used.expires } : null;
  },
};

/** Ends a session everywhere: the cookie is worthless from here on, and live pages are told. */
export async function endSession(sessionToken: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const where = { tokenHash: hashToken(sessionToken) };
    const session = await tx.session.findUnique({ where });
    if (!session) return;
    await tx.session.deleteMany({ where });
    await notifySignedOut(tx, session.userId, where.tokenHash);
  });
}

/** What the database knows of a session token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function toAdapterUser({ id, email, emailVerifiedAt }: User): AdapterUser {
  return { id, email, emailVerified: emailVerifiedAt };
}

function orNull(user: User | null): AdapterUser | null {
  return user && toAdapterUser(user);
}
