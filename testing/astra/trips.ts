import { randomUUID } from 'node:crypto';
import type { User } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { startAuthorization } from '@/lib/hosted/start-authorization';
import { createPerson } from '../rows/people';
import type { Emulator } from './emulator';
import { queryOf, walkThrough } from './hosted-visit';
import { createAstraIntent, newPhone } from './person';

/** Somebody whom Astra has approved and who has not authorized this app yet. */
export async function createApprovedPerson(
  emulator: Emulator,
): Promise<{ user: User; phone: string; intentId: string }> {
  const user = await createPerson();
  const phone = newPhone();
  const intentId = await createAstraIntent(emulator, { email: user.email, phone });
  await db().userIntent.create({
    data: {
      userId: user.id,
      submissionKey: randomUUID(),
      submission: 'accepted',
      astraId: intentId,
      astraStatus: 'approved',
    },
  });
  return { user, phone, intentId };
}

/** Goes to Astra's authorization pages and through them. @returns the redirect's query. */
export async function tripToAuthorize(
  emulator: Emulator,
  { user, phone }: { user: User; phone: string },
): Promise<Record<string, string>> {
  const url = await startAuthorization(user.id);
  return queryOf(await walkThrough(emulator, url, phone));
}
