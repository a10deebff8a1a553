import { randomUUID } from 'node:crypto';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { forgetJobs, jobs } from '../jobs';
import { createConnectedPerson } from './people';

/** The tables whose rows say when they are looked at next. */
export const lookedAt = [
  'payments',
  'transfers',
  'routines',
  'cards',
  'user_intents',
  'astra_connections',
  'batch_transfers',
  'card_hand_overs',
  'webhook_events',
].map((name) => Prisma.raw(name));

/** Lets the wait be over until everything's next look. */
export async function endWaits(): Promise<void> {
  for (const table of lookedAt) {
    await db().$executeRaw`UPDATE ${table} SET next_look_at = clock_timestamp()`;
  }
}

/** Nobody, and nothing that could be looked at. */
export async function forgetPeople(): Promise<void> {
  await forgetJobs();
  await db().user.deleteMany();
  await db().routine.deleteMany();
  await db().batchTransfer.deleteMany();
}

/** Somebody connected, and their id at Astra. */
export async function createKnownPerson() {
  const user = await createConnectedPerson();
  const { astraUserId } = await db().astraConnection.findUniqueOrThrow({
    where: { userId: user.id },
  });
  return { user, astraUserId };
}

/** A transfer of which nothing more is known than its status. */
export const createBareTransfer = (userId: string, status = 'pending') =>
  db().transfer.create({ data: { userId, astraId: randomUUID(), status, amountCents: 500n } });

/** What the jobs that wait are told. */
export const wantedWork = async () => (await jobs()).map(({ payload }) => payload);
