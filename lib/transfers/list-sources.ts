import 'server-only';
import { db } from '@/lib/db/prisma';
import { accountLabel, cardLabel } from '@/lib/payments/ends/end-label';

/** Something that money left, by Astra's id and by name. */
export type TransferSource = { astraId: string; label: string };

/** The cards and accounts of a person's that money has left, removed ones too. */
export async function listSources(userId: string): Promise<TransferSource[]> {
  const groups = await db().transfer.groupBy({ by: ['sourceAstraId'], where: { userId } });
  const astraId = { in: groups.flatMap((group) => group.sourceAstraId ?? []) };
  const [cards, accounts] = await Promise.all([
    db().card.findMany({ where: { userId, astraId }, orderBy: { createdAt: 'asc' } }),
    db().account.findMany({ where: { userId, astraId }, orderBy: { createdAt: 'asc' } }),
  ]);
  return [
    ...cards.map((card) => ({ astraId: card.astraId, label: cardLabel(card) })),
    ...accounts.map((account) => ({ astraId: account.astraId, label: accountLabel(account) })),
  ];
}
