import 'server-only';
import { assumptions } from '@/lib/astra/contract';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { requireSender } from '@/lib/limits/require-may-send';
import { findRecipient, type Recipient } from '@/lib/people/find-recipient';
import { requireSource } from '../ends/find-ends';
import type { PaymentDirection, PaymentOrder, PaymentTerms } from '../order/payment-order';
import { defaultName } from './default-name';
import type { ComposedPayment } from './payment-form';
import { requireOffered } from './require-offered';

/**
 * Makes an order of what somebody composed: finds who receives, and decides what people don't.
 *
 * @throws UserFacingError with a sentence at the field that does not work.
 */
export async function composeOrder(
  userId: string,
  composed: ComposedPayment,
): Promise<PaymentOrder> {
  const { source, routineType, amountCents, name, memo } = composed;
  requireOffered(routineType, composed.destination === null);
  const recipient = composed.destination ? null : await recipientOf(userId, composed);
  const destination = composed.destination ?? recipient?.end;
  if (!destination) throw wrong('destination', 'Choose where the money goes.');
  const direction = directionBetween(source.kind, destination.kind);
  const recipientId = recipient?.recipientId ?? null;
  return {
    direction,
    routineType,
    source,
    destination,
    recipientId,
    amountCents,
    name: name || defaultName(direction, recipientId !== null),
    memo,
    terms: await termsOf(userId, composed, direction),
  };
}

/**
 * The same sentence for everybody who cannot receive, so that it tells nothing about who is here. Who
 * could not pay anybody learns not even who can receive.
 */
async function recipientOf(userId: string, { source, email }: ComposedPayment): Promise<Recipient> {
  await requireSender(db(), userId);
  await requireSource(db(), userId, source);
  const recipient = await findRecipient(userId, email);
  if (recipient) return recipient;
  throw wrong(
    'email',
    'Nobody with this address can receive money here. Check it, or ask them to choose where they receive money.',
  );
}

async function termsOf(
  userId: string,
  { terms, settlementMode, spendingAccountId }: ComposedPayment,
  direction: PaymentDirection,
): Promise<PaymentTerms> {
  const { speed, ...others } = terms;
  return {
    ...others,
    ...(direction === 'account_to_account' && speed && { speed }),
    ...(direction === 'account_to_card' && { settlementMode: modeOf(settlementMode) }),
    ...(spendingAccountId && { spendingAstraId: await astraIdOf(userId, spendingAccountId) }),
  };
}

/** People choose who is debited only where the program lets them. */
function modeOf(typed: string) {
  const { gross, net } = assumptions.settlementModes;
  const setting = env().ACCOUNT_TO_CARD_MODE;
  if (setting === 'both') return typed === net ? net : gross;
  return setting === 'net' ? net : gross;
}

async function astraIdOf(userId: string, accountId: string): Promise<string> {
  const account = await db().account.findFirst({
    where: { id: accountId, userId, removedAt: null },
  });
  if (!account) throw wrong('spendingAstraId', 'This account is no longer here. Choose another.');
  return account.astraId;
}

function directionBetween(from: string, to: string): PaymentDirection {
  if (from === 'card') return to === 'card' ? 'card_to_card' : 'card_to_account';
  return to === 'card' ? 'account_to_card' : 'account_to_account';
}

function wrong(field: string, sentence: string): UserFacingError {
  return new UserFacingError('Please check the marked fields.', { [field]: sentence });
}
