import 'server-only';
import { Prisma } from '@/lib/db/generated/client';

/**
 * A condition on `cards`: Astra has not decided about it, in whatever words it says so. The index of
 * their next looks says the same.
 */
export const isUndecidedCard = Prisma.sql`cards.status NOT IN ('approved', 'rejected', 'removed')`;
