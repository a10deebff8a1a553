import { randomUUID } from 'node:crypto';
import type { Account } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/** A bank account that is connected and whose bank has told no balance. */
export function createAccount(userId: string, account: Partial<Account> = {}): Promise<Account> {
  return db().account.create({
    data: {
      userId,
      astraId: `astra_generic_${randomUUID()}`,
      name: 'Checking',
      mask: '6789',
      connectionStatus: 'connected',
      ...account,
    },
  });
}
