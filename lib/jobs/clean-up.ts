import 'server-only';
import { db } from '@/lib/db/prisma';

/** Deletes what has expired: sessions, sign-in links, and trips to the hosted pages. */
export async function cleanUp(): Promise<void> {
  await db().$executeRaw`DELETE FROM sessions WHERE expires_at < clock_timestamp()`;
  await db().$executeRaw`DELETE FROM sign_in_tokens WHERE expires_at < clock_timestamp()`;
  await db().$executeRaw`
    DELETE FROM redirect_states WHERE expires_at < clock_timestamp() - interval '1 day'`;
}
