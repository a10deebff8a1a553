import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { pacificMidnights } from '@/lib/limits/pacific-midnights';
import type { TransferFilter, TransferStanding } from './transfer-filter';

/** What a filter asks of any transfer, whoever sent it. */
export function filterWhere({
  status,
  from,
  to,
}: Pick<TransferFilter, 'status' | 'from' | 'to'>): Prisma.TransferWhereInput {
  return {
    ...(status && whereStanding[status]),
    ...((from || to) && {
      startedAt: {
        ...(from && { gte: boundsOf(from).startedAt }),
        ...(to && { lt: boundsOf(to).endsAt }),
      },
    }),
  };
}

const whereStanding: Readonly<Record<TransferStanding, Prisma.TransferWhereInput>> = {
  pending: { status: 'pending' },
  processed: { status: 'processed' },
  failed: { status: 'failed' },
  returned: { status: 'failed', history: { some: { status: 'processed' } } },
  disputed: { chargebacks: { some: {} } },
  cancelled: { status: 'cancelled' },
};

/** When a Pacific day begins and ends. At 20:00 UTC it is that day there, all year round. */
function boundsOf(day: string) {
  return pacificMidnights(new Date(`${day}T20:00:00Z`));
}

/** `%`, `_` and `\` mean themselves, and not what they mean to LIKE. */
export function holding(part: string) {
  return { contains: part.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
}
