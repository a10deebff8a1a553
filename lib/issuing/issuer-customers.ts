import 'server-only';
import { db, type Transaction } from '@/lib/db/prisma';

/** Who this person is to this issuer; null when that was never written down. */
export async function findIssuerCustomer(issuer: string, userId: string): Promise<string | null> {
  const row = await db().issuerCustomer.findUnique({
    where: { userId_issuer: { userId, issuer } },
  });
  return row?.customerId ?? null;
}

/**
 * Writes down who a person is to an issuer. Call it where you open the customer there, with the id
 * that the issuer answers.
 *
 * @throws Error when the person or the customer is tied to another already. That is not for a
 * program to sort out: cards would change hands.
 */
export async function storeIssuerCustomer(
  tx: Transaction,
  customer: { issuer: string; userId: string; customerId: string },
): Promise<void> {
  await tx.issuerCustomer.createMany({ data: customer, skipDuplicates: true });
  if ((await tx.issuerCustomer.count({ where: customer })) > 0) return;
  throw new Error('This person or this customer of the issuer is tied to another already.');
}
