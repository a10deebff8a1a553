import 'server-only';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { z } from 'zod';
import { authOptions } from './options';

const sessionUser = z.object({ id: z.uuid(), email: z.email() });

export type SignedInUser = z.infer<typeof sessionUser>;

/** Who sent this request, or null. Asked once per request, always of the database. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const session = await getServerSession(authOptions());
  const parsed = sessionUser.safeParse(session?.user);
  return parsed.success ? parsed.data : null;
});

/** Who sent this request; anybody else is sent to sign in. For pages. */
export async function requireUser(): Promise<SignedInUser> {
  return (await currentUser()) ?? redirect('/sign-in');
}
