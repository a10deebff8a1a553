import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/current-user';
import { findRoutine } from '@/lib/routines/find-routine';

/** The routine that a page is about, if it is of whoever asks. Looked up once per request. */
export const loadRoutine = cache(async (part: string) => {
  const user = await requireUser();
  const astraId = decoded(part);
  return (astraId !== null && (await findRoutine(user.id, astraId))) || notFound();
});

/** Parts of an address come as they were written: ids are Astra's, and may hold anything. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
