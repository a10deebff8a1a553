import { randomUUID } from 'node:crypto';
import type { Transfer } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/** A processed transfer of $5, unless it says otherwise, as if Astra had shown it. */
export function createTransfer(userId: string, change: Partial<Transfer> = {}): Promise<Transfer> {
  const data = { userId, astraId: randomUUID(), status: 'processed', amountCents: 500n, ...change };
  return db().transfer.create({ data: { ...data, history: { create: { status: data.status } } } });
}

/**
 * Many processed transfers, a minute apart, the newest first: "Payment 0", "Payment 1" and so on.
 *
 * @param newest when the newest began.
 */
export async function createManyTransfers(
  userId: string,
  count: number,
  newest = new Date('2026-06-15T12:00:00Z'),
): Promise<void> {
  await db().$executeRaw`
    INSERT INTO transfers (id, user_id, astra_id, name, status, amount_cents, started_at, updated_at)
    SELECT gen_random_uuid(), ${userId}::uuid, ${userId} || '-' || n, 'Payment ' || n, 'processed',
           100 + n, ${newest}::timestamptz - make_interval(mins => n), clock_timestamp()
    FROM generate_series(0, ${count - 1}::int) n`;
}
