import { db } from '@/lib/db/prisma';
import type { Emulator } from './emulator';
import { type AstraPerson, createAstraPerson } from './person';

/** Whom the emulator takes for the partner's own business. In PROGRAM_EMAIL of whoever uses this. */
export const programEmail = 'partner-business@example.com';

/** The program's business user, connected here with its real tokens. Once in a test file. */
export async function createProgram(emulator: Emulator): Promise<AstraPerson> {
  const person = await createAstraPerson(emulator, { email: programEmail });
  const user = await db().user.update({
    where: { id: person.user.id },
    data: { email: programEmail },
  });
  return { ...person, user };
}
