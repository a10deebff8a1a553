import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { accountLabel, cardLabel } from '@/lib/payments/ends/end-label';

/** Something that money left, by Astra's id and by name. */
export type TransferSource = { astraId: string; label: string };

/**
 * The ids of this person's cards and accounts that money has left. Each is asked about along an
 * index, because people have few of them and may have very many transfers.
 */
function sourceIds(userId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT astra_id FROM (
      SELECT astra_id FROM cards WHERE user_id = ${userId}::uuid
      UNION ALL SELECT astra_id FROM accounts WHERE user_id = ${userId}::uuid) ends
    WHERE EXISTS (
      SELECT FROM transfers t WHERE t.user_id = ${userId}::uuid AND t.source_astra_id = ends.astra_id)`;
}

/** The cards and accounts of a person's that money has left, removed ones too. */
export async function listSources(userId: string): Promise<TransferSource[]> {
  const sources = await db().$queryRaw<{ astra_id: string }[]>(sourceIds(userId));
  const astraId = { in: sources.map(({ astra_id }) => astra_id) };
  const [cards, accounts] = await Promise.all([
    db().card.findMany({ where: { userId, astraId }, orderBy: { createdAt: 'asc' } }),
    db().account.findMany({ where: { userId, astraId }, orderBy: { createdAt: 'asc' } }),
  ]);
  return [
    ...cards.map((card) => ({ astraId: card.astraId, label: cardLabel(card) })),
    ...accounts.map((account) => ({ astraId: account.astraId, label: accountLabel(account) })),
  ];
}
