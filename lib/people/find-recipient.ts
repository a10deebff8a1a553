import 'server-only';
import { db } from '@/lib/db/prisma';

/** Somebody who may be sent money, as far as a sender may know. */
export type Recipient = {
  recipientId: string;
  /** The name on their card, shortened: "Edmund H." */
  name: string;
  /** Where they receive: our ids. */
  cardId: string | null;
  accountId: string | null;
};

/**
 * Finds somebody to send money to, by the exact address that they sign in with. Only who has chosen
 * to receive money is found, so that nobody can learn who else uses this app.
 *
 * @returns null for everybody else, for the sender too.
 */
export async function findRecipient(senderId: string, email: string): Promise<Recipient | null> {
  const user = await db().user.findFirst({
    where: {
      email: email.trim().toLowerCase(),
      id: { not: senderId },
      connection: { isNot: null },
      OR: [{ receivingCardId: { not: null } }, { receivingAccountId: { not: null } }],
    },
  });
  if (!user) return null;
  const card = user.receivingCardId
    ? await db().card.findFirst({ where: { id: user.receivingCardId, userId: user.id } })
    : null;
  return {
    recipientId: user.id,
    name: shortName(card?.holderName ?? null),
    cardId: user.receivingCardId,
    accountId: user.receivingAccountId,
  };
}

function shortName(full: string | null): string {
  const [first, ...others] = (full ?? '').split(' ').filter(Boolean);
  if (!first) return 'A person here';
  const initial = others.at(-1)?.[0];
  return initial ? `${first} ${initial}.` : first;
}
