import { type operations, pacificDay } from '../contract';
import { createRoutine } from '../engine/routines';
import { centsOf } from '../rules/money';
import { fundedAccountFault, fundingCardFault } from '../rules/routine-rules';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { nestedNames, requireParties } from './payment-parties';
import { requireFeeBelowAmount } from './preview-routine';
import { requireStartDate } from './routine-fields';
import { requireCapability } from './user-capabilities';
import { invalidFields } from './validate';
import { printNestedRoutine } from './wire-money';

/** `POST /v1/routines/account-to-card`: the card is paid at once, the account later, or nobody. */
export const createAccountToCard: Endpoint<typeof operations.routines.accountToCard> = ({
  world,
  user,
  body,
}) => {
  const receiverId = body.destination.user_id;
  const ends = { sourceId: body.source.id, destinationId: body.destination.id };
  const flow = 'account-to-card' as const;
  requireParties(world, { ...ends, user, receiverId, flow, names: nestedNames });
  if (world.store.accounts.get(ends.sourceId) === undefined) {
    throw invalidFields({ 'source.id': ['No such account of this user.'] });
  }
  const settlementMode = body.settlement_mode;
  requireCapability(world, user, { flow, preferredSpeed: null, settlementMode });
  if (settlementMode === 'gross_debit') {
    requireUnusedReference(world, body.client_correlation_id);
  }
  const amountCents = centsOf(body.amount);
  const feePercent = body.debit_fee_percent ?? null;
  requireFeeBelowAmount(world, amountCents, feePercent, 'debit_fee_percent', 'subtractive');
  const routine = createRoutine(world, {
    ...oneTime,
    ...ends,
    userId: user.id,
    flow,
    paymentType: 'debit',
    name: body.name,
    destinationUserId: receiverId,
    amountCents,
    startDate: pacificDay(world.clock.now()),
    clientCorrelationId: body.client_correlation_id ?? null,
    feePercent,
    settlementMode,
    ultimateSenderId: body.ultimate_sender_user_id ?? null,
    ultimateReceiverId: body.ultimate_receiver_user_id ?? null,
  });
  return printNestedRoutine(routine);
};

/** `POST /v1/routines/card-to-account`: a card funds an account of the client's. */
export const createCardToAccount: Endpoint<typeof operations.routines.cardToAccount> = ({
  world,
  user,
  body,
}) => {
  const today = pacificDay(world.clock.now());
  requireStartDate(body.start_date, today, true);
  const receiverId = body.destination.user_id;
  const ends = { sourceId: body.source.id, destinationId: body.destination.id };
  const flow = 'card-to-account' as const;
  requireParties(world, { ...ends, user, receiverId, flow, names: nestedNames });
  const source = fundingCardFault(world.store.cards.get(ends.sourceId));
  if (source !== null) throw invalidFields({ 'source.id': [source] });
  const destination = fundedAccountFault(world.store.accounts.get(ends.destinationId));
  if (destination !== null) throw invalidFields({ 'destination.id': [destination] });
  requireUnusedReference(world, body.client_correlation_id);
  const amountCents = centsOf(body.amount);
  const feePercent = body.debit_fee_percent ?? null;
  requireFeeBelowAmount(world, amountCents, feePercent, 'debit_fee_percent');
  const routine = createRoutine(world, {
    ...oneTime,
    ...ends,
    userId: user.id,
    flow,
    paymentType: 'debit',
    name: body.name,
    destinationUserId: receiverId,
    amountCents,
    startDate: body.start_date ?? today,
    clientCorrelationId: body.client_correlation_id,
    feePercent,
    settlementMode: null,
    ultimateSenderId: body.ultimate_sender_user_id ?? null,
    ultimateReceiverId: body.ultimate_receiver_user_id ?? null,
  });
  return printNestedRoutine(routine);
};

const oneTime = {
  type: 'one-time',
  preferredSpeed: null,
  typeFields: {},
  disableAlternativeRouting: false,
} as const;

/** @throws Problem 400 for a reference that another routine of this client has */
function requireUnusedReference(world: World, reference: string): void {
  if (world.store.routines.count('cardCorrelation', reference) === 0) return;
  throw invalidFields({ client_correlation_id: ['Used by another routine. It must be unique.'] });
}
