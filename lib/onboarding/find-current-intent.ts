import 'server-only';
import type { UserIntent } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';

/** This person's newest intent that Astra has taken, or null. */
export async function findCurrentIntent(
  userId: string,
): Promise<(UserIntent & { astraId: string }) | null> {
  const intent = await db().userIntent.findFirst({
    where: { userId, submission: 'accepted', astraId: { not: null } },
    orderBy: { createdAt: 'desc' },
  });
  return intent?.astraId ? { ...intent, astraId: intent.astraId } : null;
}
