import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/** As long as nothing of somebody is read again after everything of theirs was. */
const untilNextSweep = Prisma.sql`clock_timestamp() + interval '6 hours'`;

/** Whatever we would look at again without being told of it. */
const lookedAtUntold = ['payments', 'transfers', 'routines', 'cards', 'user_intents'];

/** As if everything had just been read: from now on, what changes is known by its events alone. */
export async function letEventsAloneTell(): Promise<void> {
  await db().$executeRaw`
    UPDATE astra_connections SET next_sweep_at = ${untilNextSweep}, next_look_at = ${untilNextSweep}`;
  for (const table of lookedAtUntold) {
    await db().$executeRaw`UPDATE ${Prisma.raw(table)} SET next_look_at = ${untilNextSweep}`;
  }
}

/** Changes that were written down twice in a row, as sentences. */
export async function findRepeatedChanges(): Promise<string[]> {
  const repeated = await db().$queryRaw<{ sentence: string }[]>`
    SELECT concat_ws(' ', resource, astra_id, 'became', after, 'twice') AS sentence FROM (
      SELECT *, lag(after) OVER (PARTITION BY resource, astra_id ORDER BY found_at, id) AS known
      FROM found_changes) AS changes
    WHERE known = after`;
  return repeated.map(({ sentence }) => sentence);
}
