import 'server-only';
import { isHeld } from '@/lib/accounts/is-held';
import { db } from '@/lib/db/prisma';
import { readPage } from '@/lib/lists/page-of';

const include = { user: { select: { email: true } }, heldBalance: true } as const;

/** One page of the accounts that we hold, newest first. Of all people: for operators alone. */
export function listHeldAccounts(page: number) {
  return readPage(
    { page, size: 25 },
    () => db().account.count({ where: isHeld }),
    (range) =>
      db().account.findMany({
        where: isHeld,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        include,
        ...range,
      }),
  );
}

/** An account that we hold, whoever's it is: for operators alone. Null when we do not hold it. */
export function findHeldAccount(id: string) {
  return db().account.findFirst({ where: { id, ...isHeld }, include });
}

export type HeldAccount = Awaited<ReturnType<typeof listHeldAccounts>>['items'][number];
