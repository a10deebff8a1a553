import 'server-only';
import type { Transaction } from './prisma';

/**
 * Lets one of the transactions that ask for this go on at a time for a person. Ask first, before
 * touching rows of theirs.
 *
 * `NO KEY`, because a plain lock also stops everybody who writes a row that points at the person:
 * one that has written it and one that waits for that row would then wait for each other for ever.
 */
export async function lockPerson(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}
