import 'server-only';
import { db } from '@/lib/db/prisma';
import { accountLabel, cardLabel } from '@/lib/payments/ends/end-label';

/** This person's cards and accounts, removed ones too, whose label holds a text: by Astra's ids. */
export async function findOwnEndsNamed(userId: string, part: string): Promise<string[]> {
  const [cards, accounts] = await Promise.all([
    db().card.findMany({ where: { userId } }),
    db().account.findMany({ where: { userId } }),
  ]);
  const ends = [
    ...cards.map((card) => ({ astraId: card.astraId, label: cardLabel(card) })),
    ...accounts.map((account) => ({ astraId: account.astraId, label: accountLabel(account) })),
  ];
  return idsNamed(ends, part);
}

/** The ids of those whose label holds a text, in any case. */
export function idsNamed(
  ends: readonly { astraId: string; label: string }[],
  part: string,
): string[] {
  const wanted = part.toLowerCase();
  return ends.flatMap(({ astraId, label }) =>
    label.toLowerCase().includes(wanted) ? astraId : [],
  );
}
