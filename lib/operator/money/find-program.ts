import 'server-only';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { UserFacingError } from '@/lib/http/user-facing-error';

/** The program's own business user at Astra, whose authorization moves the program's money. */
export type Program = {
  /** Who it is here; null while nobody has signed in for it. */
  userId: string | null;
  /** Why its money cannot be moved now, and what to do, in a sentence; null when it can. */
  fault: string | null;
};

/**
 * Finds who stands for the program. Astra takes an order to move the program's money only from the
 * business user of the client, so somebody signs in here for it once, and connects it to Astra.
 */
export async function findProgram(): Promise<Program> {
  const { PROGRAM_EMAIL: email } = env();
  if (!email) {
    const fault = 'Nobody stands for the program here yet. Set PROGRAM_EMAIL.';
    return { userId: null, fault };
  }
  const user = await db().user.findUnique({ where: { email }, include: { connection: true } });
  const isConnected =
    user?.connection?.status === 'active' && user.connection.astraUserStatus === 'approved';
  return {
    userId: user?.id ?? null,
    fault: isConnected
      ? null
      : `The program is not connected to Astra. Sign in as ${email} and connect it first.`,
  };
}

/** The program's user. @throws UserFacingError while its money cannot be moved. */
export async function requireProgram(): Promise<string> {
  const { userId, fault } = await findProgram();
  if (userId === null || fault !== null) {
    throw new UserFacingError(`${fault ?? 'Nobody stands for the program.'} No money has moved.`);
  }
  return userId;
}
