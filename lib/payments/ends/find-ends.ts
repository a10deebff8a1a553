import 'server-only';
import { pacificToday } from '@/lib/cards/pacific-today';
import type { Transaction } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import type { ChosenEnd, PaymentOrder } from '../order/payment-order';
import {
  destinationAccountFault,
  destinationCardFault,
  sourceAccountFault,
  sourceCardFault,
} from './end-faults';
import { accountLabel, cardLabel } from './end-label';
import type { PaymentEnd, PaymentEnds } from './payment-end';

/** The form field that a choice is made in. */
type Field = 'source' | 'destination';

/**
 * Finds both ends of a person's payment, and makes sure that they may be used: the source is the
 * payer's own, the destination the payer's or the recipient's, and both are able.
 *
 * Read inside the transaction that writes the payment, so that nothing changes in between.
 *
 * @throws UserFacingError with a sentence at the choice that does not work.
 */
export async function findEnds(
  tx: Transaction,
  payerId: string,
  order: PaymentOrder,
): Promise<PaymentEnds> {
  const [sourceKind, destinationKind] = order.direction.split('_to_');
  if (order.source.kind !== sourceKind) throw wrong('source', 'Choose where the money comes from.');
  if (order.destination.kind !== destinationKind) {
    throw wrong('destination', 'Choose where the money goes.');
  }
  const receiverId = order.recipientId ?? payerId;
  const source = await findEnd(tx, payerId, order, 'source');
  const destination = await findEnd(tx, receiverId, order, 'destination');
  if (source.astraId === destination.astraId) {
    throw wrong('destination', 'Choose another one than the one you send from.');
  }
  const receiver = await tx.astraConnection.findUnique({ where: { userId: receiverId } });
  if (!receiver) throw wrong('destination', 'This person cannot receive money at the moment.');
  return { source, destination, destinationAstraUserId: receiver.astraUserId };
}

async function findEnd(
  tx: Transaction,
  ownerId: string,
  order: PaymentOrder,
  field: Field,
): Promise<PaymentEnd> {
  const chosen = order[field];
  if (order.recipientId && field === 'destination') {
    await requireReceiving(tx, order.recipientId, chosen);
  }
  const where = { id: chosen.id, userId: ownerId };
  if (chosen.kind === 'card') {
    const card = await tx.card.findFirst({ where });
    if (!card) throw wrong(field, 'This card is no longer here. Choose another one.');
    const isSource = field === 'source';
    const today = await pacificToday(tx);
    const fault = isSource
      ? sourceCardFault(card, order.direction, today)
      : destinationCardFault(card, today);
    if (fault) throw wrong(field, fault);
    return { kind: 'card', astraId: card.astraId, label: cardLabel(card) };
  }
  const account = await tx.account.findFirst({ where });
  if (!account) throw wrong(field, 'This account is no longer here. Choose another one.');
  const fault =
    field === 'source'
      ? sourceAccountFault(account)
      : destinationAccountFault(account, order.direction);
  if (fault) throw wrong(field, fault);
  return { kind: 'account', astraId: account.astraId, label: accountLabel(account) };
}

/** Other people's money goes only where the recipient chose to receive it. */
async function requireReceiving(
  tx: Transaction,
  recipientId: string,
  { kind, id }: ChosenEnd,
): Promise<void> {
  const recipient = await tx.user.findUnique({ where: { id: recipientId } });
  const chosen = kind === 'card' ? recipient?.receivingCardId : recipient?.receivingAccountId;
  if (chosen !== id) throw wrong('destination', 'This person cannot receive money this way.');
}

function wrong(field: Field, sentence: string): UserFacingError {
  return new UserFacingError('Please check the marked fields. Nothing was sent.', {
    [field]: sentence,
  });
}
