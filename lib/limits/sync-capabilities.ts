import 'server-only';
import {
  AstraInvalidRequestError,
  AstraNotFoundError,
  AstraPermissionError,
  type Capabilities,
} from '@/lib/astra';
import { db, type Transaction } from '@/lib/db/prisma';
import { addJob } from '@/lib/jobs/add-job';
import { log } from '@/lib/log/logger';
import { astra } from '@/lib/partner/astra';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { storeCapabilities } from './store-capabilities';

/**
 * Has the worker ask what Astra lets somebody do. A job of its own, so that a failure spoils
 * neither a page nor what else is read about the person, and is tried again. They stand in line:
 * an older answer never overwrites a newer one.
 */
export async function enqueueCapabilities(tx: Transaction, userId: string): Promise<void> {
  const inLineOf = `capabilities:${userId}`;
  await addJob(tx, 'sync_capabilities', { userId }, { key: userId, inLineOf });
}

/** Asks what Astra lets somebody do now, and writes it down. */
export async function syncCapabilities(userId: string): Promise<void> {
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  if (!connection) return;
  const capabilities = await ask(userId, connection.astraUserId);
  await db().$transaction((tx) => storeCapabilities(tx, userId, capabilities));
}

/** @returns null when Astra does not tell, which asking again would not change. */
async function ask(userId: string, astraUserId: string): Promise<Capabilities | null> {
  try {
    return await withAccessToken(userId, (accessToken) =>
      astra().users.capabilities({ accessToken, userId: astraUserId }),
    );
  } catch (error) {
    const isFinal =
      error instanceof AstraNotFoundError ||
      error instanceof AstraPermissionError ||
      error instanceof AstraInvalidRequestError;
    if (!isFinal) throw error;
    log().warn({ userId, err: error }, 'Astra does not tell what a person may do');
    return null;
  }
}
