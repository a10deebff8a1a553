import 'server-only';
import { cents } from '@/lib/astra';
import type { Transaction } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { formatCents } from '@/lib/money';
import { type FindEnds, findDestination } from '@/lib/payments/ends/find-ends';
import type { PaymentEnd, PaymentEnds } from '@/lib/payments/ends/payment-end';
import type { ChosenEnd, PaymentOrder } from '@/lib/payments/order/payment-order';
import type { SettlementAccount } from './list-settlement-accounts';

/**
 * How the ends of an operator's payment are found: the source is a settlement account of the program,
 * the destination another one, or the bank account on which a person has chosen to receive. Whatever
 * else an order asks for is refused, so that no operator ever moves a person's money.
 *
 * @param accounts as Astra showed them a moment ago: nobody is asked inside a database transaction.
 */
export function findProgramEnds(
  operatorId: string,
  accounts: readonly SettlementAccount[],
): FindEnds {
  return async (tx, programId, order) => {
    const source = requireAccount(accounts, order.source, 'source');
    requireAmount(order, source);
    const ends =
      order.direction === 'book'
        ? await findOwnDestination(tx, programId, order, accounts)
        : await findPayee(tx, programId, order, operatorId);
    if (source.astraId === ends.destination.astraId) {
      throw wrong('destination', 'Choose another account than the one that pays.');
    }
    return { source: endOf(source), ...ends };
  };
}

type Received = Omit<PaymentEnds, 'source'>;

async function findOwnDestination(
  tx: Transaction,
  programId: string,
  { destination }: PaymentOrder,
  accounts: readonly SettlementAccount[],
): Promise<Received> {
  const program = await tx.astraConnection.findUniqueOrThrow({ where: { userId: programId } });
  return {
    destination: endOf(requireAccount(accounts, destination, 'destination')),
    destinationAstraUserId: program.astraUserId,
  };
}

async function findPayee(
  tx: Transaction,
  programId: string,
  order: PaymentOrder,
  operatorId: string,
): Promise<Received> {
  if (order.direction !== 'account_to_account' || order.recipientId === null) {
    throw wrong('email', 'Choose a person who receives.');
  }
  if (order.recipientId === operatorId) {
    throw wrong('email', 'Nobody pays themselves of the program’s money. Ask another operator.');
  }
  return findDestination(tx, programId, order);
}

function requireAccount(
  accounts: readonly SettlementAccount[],
  { kind, id }: ChosenEnd,
  field: 'source' | 'destination',
): SettlementAccount {
  const account = kind === 'payment_instrument' && accounts.find(({ astraId }) => astraId === id);
  if (account) return account;
  throw wrong(field, 'Choose one of the program’s settlement accounts.');
}

/** Astra refuses what an account does not hold; whoever typed it learns of it sooner here. */
function requireAmount(
  { amountCents, routineType }: PaymentOrder,
  { availableCents }: SettlementAccount,
): void {
  const most = cents(env().OPERATOR_PAYMENT_LIMIT * 100);
  if (amountCents === null || routineType !== 'one-time') throw wrong('amount', 'Enter an amount.');
  if (amountCents > most) {
    throw wrong('amount', `Operators send at most ${formatCents(most)} at a time.`);
  }
  if (availableCents !== null && amountCents > availableCents) {
    const held = formatCents(availableCents);
    throw wrong('amount', `This account has ${held} to spend, as of a few minutes ago.`);
  }
}

function endOf({ astraId, label }: SettlementAccount): PaymentEnd {
  return { kind: 'payment_instrument', astraId, label };
}

function wrong(field: string, sentence: string): UserFacingError {
  return new UserFacingError('Please check the marked fields. Nothing was sent.', {
    [field]: sentence,
  });
}
