import 'server-only';
import { db } from '@/lib/db/prisma';
import { accountLabel, cardLabel } from '@/lib/payments/ends/end-label';

/** This person's cards and accounts, removed ones too, whose label holds a text: by Astra's ids. */
export async function findOwnEndsNamed(userId: string, part: string): Promise<string[]> {
  const [cards, accounts] = await Promise.all([
    db().card.findMany({ where: { userId } }),
    db().account.findMany({ where: { userId } }),
  ]);
  const labels = [
    ...cards.map((card) => ({ astraId: card.astraId, label: cardLabel(card) })),
    ...accounts.map((account) => ({ astraId: account.astraId, label: accountLabel(account) })),
  ];
  const wanted = part.toLowerCase();
  return labels.flatMap(({ astraId, label }) =>
    label.toLowerCase().includes(wanted) ? astraId : [],
  );
}
