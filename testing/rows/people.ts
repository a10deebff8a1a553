import { randomUUID } from 'node:crypto';
import type { Card, User } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { tokenColumns } from '@/lib/tokens/token-columns';

/** Somebody who is signed up here and nothing more. */
export function createPerson(): Promise<User> {
  return db().user.create({ data: { email: `${randomUUID()}@example.com` } });
}

/** Somebody who is connected to Astra, with tokens that are made up unless given. */
export async function createConnectedPerson(
  connection: {
    astraUserId?: string;
    /** What others see of their name; nothing is known of it unless given. */
    shortName?: string;
    accessToken?: string;
    refreshToken?: string;
    expiresInMs?: number;
  } = {},
): Promise<User> {
  const user = await createPerson();
  const pair = {
    accessToken: connection.accessToken ?? `access-${randomUUID()}`,
    refreshToken: connection.refreshToken ?? `refresh-${randomUUID()}`,
    expiresInMs: connection.expiresInMs ?? 2 * 60 * 60_000,
  };
  await db().astraConnection.create({
    data: {
      userId: user.id,
      astraUserId: connection.astraUserId ?? randomUUID(),
      shortName: connection.shortName ?? null,
      astraUserStatus: 'approved',
      status: 'active',
      ...tokenColumns(user.id, pair, new Date()),
    },
  });
  return user;
}

/** A card that may both send and receive. */
export function createCard(userId: string, card: Partial<Card> = {}): Promise<Card> {
  return db().card.create({
    data: {
      userId,
      astraId: randomUUID(),
      brand: 'visa',
      lastFour: '5556',
      status: 'approved',
      pullEnabled: true,
      pushEnabled: true,
      ...card,
    },
  });
}
