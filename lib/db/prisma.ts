import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { type Prisma, PrismaClient } from './generated/client';
import { openSocket } from './open-socket';
import { statementName } from './prepared';

/** Hot reload replaces modules but not `globalThis`, and one process should hold one pool. */
const shared: typeof globalThis & { prisma?: PrismaClient } = globalThis;

/**
 * Nobody is helped by a request that hangs: Astra waits ten seconds for an answer to a webhook, and a
 * browser not much longer. One that could not be served fails instead, and frees its connection.
 */
const limits = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 5_000,
  statement_timeout: 30_000,
  stream: openSocket(35_000),
  // Plans that are kept (`prepared.ts`) go by the tables as they were. One that was made for few rows
  // reads all of them, and must not last when there are many: not for longer than PostgreSQL itself may
  // take to notice.
  maxLifetimeSeconds: 60,
};

/** The database. */
export function db(): PrismaClient {
  shared.prisma ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().DATABASE_URL, max: 10, ...limits },
      { statementNameGenerator: statementName },
    ),
    // While forms of one person wait for each other, later ones wait this long for a connection.
    transactionOptions: { maxWait: limits.connectionTimeoutMillis },
  });
  return shared.prisma;
}

/** Inside `db().$transaction(async (tx) => …)`. No HTTP call may happen there. */
export type Transaction = Prisma.TransactionClient;
