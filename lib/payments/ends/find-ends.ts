import 'server-only';
import { pacificToday } from '@/lib/cards/pacific-today';
import type { Transaction } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { findReceivingEnd } from '@/lib/people/find-receiving-end';
import { findShortName } from '@/lib/people/find-short-name';
import type { ChosenEnd, PaymentOrder } from '../order/payment-order';
import {
  destinationAccountFault,
  destinationCardFault,
  sourceAccountFault,
  sourceCardFault,
} from './end-faults';
import { accountLabel, cardLabel } from './end-label';
import type { PaymentEnd, PaymentEnds } from './payment-end';

/**
 * How both ends of a payment are found and allowed, inside the transaction that writes it.
 *
 * @throws UserFacingError with a sentence at the choice that does not work.
 */
export type FindEnds = (
  tx: Transaction,
  payerId: string,
  order: PaymentOrder,
) => Promise<PaymentEnds>;

/** The form field that a choice is made in. Other people are found by their e-mail address. */
type Field = 'source' | 'destination' | 'email';

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
  const source = await findEnd(tx, payerId, order, 'source');
  const received = await findDestination(tx, payerId, order);
  if (source.astraId === received.destination.astraId) {
    throw wrong('destination', 'Choose another one than the one you send from.');
  }
  return { source, ...received };
}

/**
 * The end that receives, and whose it is: the payer's own, or the one on which the recipient has
 * chosen to receive.
 *
 * @throws UserFacingError with a sentence at the choice that does not work.
 */
export async function findDestination(
  tx: Transaction,
  payerId: string,
  order: PaymentOrder,
): Promise<Omit<PaymentEnds, 'source'>> {
  const receiverId = order.recipientId ?? payerId;
  const destination = await findEnd(tx, receiverId, order, 'destination');
  const receiver = await tx.astraConnection.findUnique({ where: { userId: receiverId } });
  // Whether the payer is approved is asked where their limits are, for whatever they send.
  const isUnable = order.recipientId !== null && receiver?.astraUserStatus !== 'approved';
  if (!receiver || isUnable) {
    throw wrong('email', 'This person cannot receive money at the moment.');
  }
  // Whoever sends sees who receives, and never on which card.
  const label = order.recipientId ? await findShortName(receiverId, tx) : destination.label;
  return {
    destination: { ...destination, label },
    destinationAstraUserId: receiver.astraUserId,
  };
}

/**
 * Makes sure that this is the payer's own and can pay at all, before anybody has looked who receives.
 *
 * @throws UserFacingError with a sentence at the choice when it cannot.
 */
export async function requireSource(
  tx: Transaction,
  payerId: string,
  source: ChosenEnd,
): Promise<void> {
  const direction = source.kind === 'card' ? 'card_to_card' : 'account_to_account';
  const { fault } = await findOwn(tx, payerId, source, direction, 'source');
  if (fault) throw wrong('source', fault);
}

async function findEnd(
  tx: Transaction,
  ownerId: string,
  order: PaymentOrder,
  field: 'source' | 'destination',
): Promise<PaymentEnd> {
  const chosen = order[field];
  const isOthers = field === 'destination' && order.recipientId !== null;
  if (isOthers) await requireReceiving(tx, ownerId, chosen);
  const found = await findOwn(tx, ownerId, chosen, order.direction, field);
  if (found.end) return found.end;
  throw isOthers ? wrong('email', othersFault(order)) : wrong(field, found.fault);
}

type Found = { fault: string; end?: never } | { fault?: never; end: PaymentEnd };

async function findOwn(
  tx: Transaction,
  ownerId: string,
  { kind, id }: ChosenEnd,
  direction: PaymentOrder['direction'],
  field: 'source' | 'destination',
): Promise<Found> {
  const where = { id, userId: ownerId };
  const isSource = field === 'source';
  if (kind === 'card') {
    const card = await tx.card.findFirst({ where });
    if (!card) return { fault: 'This card is no longer here. Choose another one.' };
    const today = await pacificToday(tx);
    const fault = isSource
      ? sourceCardFault(card, direction, today)
      : destinationCardFault(card, today);
    if (fault) return { fault };
    return { end: { kind, astraId: card.astraId, label: cardLabel(card) } };
  }
  const account = await tx.account.findFirst({ where });
  if (!account) return { fault: 'This account is no longer here. Choose another one.' };
  const fault = isSource
    ? sourceAccountFault(account)
    : destinationAccountFault(account, direction);
  if (fault) return { fault };
  return { end: { kind: 'account', astraId: account.astraId, label: accountLabel(account) } };
}

/** What is wrong with somebody's account is for its owner to know. */
function othersFault({ direction }: PaymentOrder): string {
  return direction === 'card_to_account'
    ? 'This person receives on an account that cards cannot pay into. Send from one of your accounts.'
    : 'This person cannot receive money at the moment.';
}

/** Other people's money goes only where the recipient chose to receive it. */
async function requireReceiving(
  tx: Transaction,
  recipientId: string,
  { kind, id }: ChosenEnd,
): Promise<void> {
  const end = await findReceivingEnd(recipientId, tx);
  if (end?.kind !== kind || end.id !== id) {
    throw wrong('email', 'This person cannot receive money this way.');
  }
}

function wrong(field: Field, sentence: string): UserFacingError {
  return new UserFacingError('Please check the marked fields. Nothing was sent.', {
    [field]: sentence,
  });
}
