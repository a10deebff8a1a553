import 'server-only';
import { db } from '@/lib/db/prisma';
import { type Cents, formatPlain } from '@/lib/money';
import type { PaymentOrder } from '../order/payment-order';
import { defaultName } from './default-name';

/** What somebody typed who composed this order, field by field, so that they can go on with it. */
export async function typedValues(
  userId: string,
  order: PaymentOrder,
): Promise<Record<string, string>> {
  const { source, destination, recipientId, terms, name, memo, direction, routineType } = order;
  const { startDate, speed, settlementMode, frequency } = terms;
  const isOurName = name === defaultName(direction, recipientId !== null);
  const values: Record<string, string | undefined> = {
    source: `${source.kind}:${source.id}`,
    destination: recipientId ? 'person' : `${destination.kind}:${destination.id}`,
    email: recipientId ? await addressOf(recipientId) : undefined,
    amount: typedDollars(order.amountCents),
    routineType: frequency ?? routineType,
    startDate,
    speed,
    settlementMode,
    name: isOurName ? undefined : name,
    memo: memo ?? undefined,
    thresholdCents: typedDollars(terms.thresholdCents),
    spendingAstraId: await valueOfAccount(userId, terms.spendingAstraId),
    percentOfTransaction: terms.percentOfTransaction?.toString(),
    minimumTransactionCents: typedDollars(terms.minimumTransactionCents),
    percentOfBalance: terms.percentOfBalance?.toString(),
    amountStartCents: typedDollars(terms.amountStartCents),
    amountIncrementCents: typedDollars(terms.amountIncrementCents),
  };
  const given = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(given);
}

/** As people type it: 1000.50, never 1,000.50 or $. */
export function typedDollars(cents: Cents | null | undefined): string | undefined {
  return cents === null || cents === undefined ? undefined : formatPlain(cents);
}

/** The address under which the sender found this person. */
export async function addressOf(recipientId: string): Promise<string | undefined> {
  return (await db().user.findUnique({ where: { id: recipientId } }))?.email;
}

async function valueOfAccount(userId: string, astraId: string | undefined) {
  if (!astraId) return undefined;
  const account = await db().account.findFirst({ where: { astraId, userId } });
  return account ? `account:${account.id}` : undefined;
}
