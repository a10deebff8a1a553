import 'server-only';
import { z } from 'zod';
import type { Account } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/** One of this person's accounts, also when it is no longer linked; or null. */
export async function findAccount(userId: string, accountId: string): Promise<Account | null> {
  if (!z.uuid().safeParse(accountId).success) return null;
  return db().account.findFirst({ where: { id: accountId, userId } });
}
