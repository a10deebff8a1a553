import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { type Prisma, PrismaClient } from './generated/client';

/** Hot reload replaces modules but not `globalThis`, and one process should hold one pool. */
const shared: typeof globalThis & { prisma?: PrismaClient } = globalThis;

/** The database. */
export function db(): PrismaClient {
  shared.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }),
  });
  return shared.prisma;
}

/** Inside `db().$transaction(async (tx) => …)`. No HTTP call may happen there. */
export type Transaction = Prisma.TransactionClient;
