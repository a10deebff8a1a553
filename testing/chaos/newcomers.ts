import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/prisma';
import { astra } from '@/lib/partner/astra';
import type { Emulator } from '../astra/emulator';
import { createAstraIntent, newPhone } from '../astra/person';
import { createPerson } from '../rows/people';

/** So many people who have handed in their details, and whom Astra has decided about. */
export async function createNewcomers(emulator: Emulator, count: number): Promise<void> {
  for (let place = 0; place < count; place += 1) {
    const { id: userId, email } = await createPerson();
    // The event about the decision may come before we know the intent's id.
    const astraId = await createAstraIntent(emulator, { email, phone: newPhone() });
    await db().userIntent.create({
      data: {
        userId,
        submissionKey: randomUUID(),
        submission: 'accepted',
        astraId,
        astraStatus: 'pending',
      },
    });
  }
}

/** Whose intent stands otherwise here than at Astra, as sentences. */
export async function findIntentDifferences(): Promise<string[]> {
  const intents = await db().userIntent.findMany();
  const found = await Promise.all(
    intents.map(async ({ astraId, astraStatus }) => {
      const { status } = await astra().userIntents.get(astraId ?? '');
      return status === astraStatus
        ? []
        : [`intent ${astraId}: ${astraStatus}, at Astra ${status}`];
    }),
  );
  return found.flat();
}
