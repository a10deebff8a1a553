import { pacificDay } from '../contract';
import type { PaymentLinkRow, RoutineRow, TransferRow } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';
import { cardRow, type NewCard } from './cards';
import { isBeingPaid } from './link-status';
import { statusByCircumstances } from './routine-status';
import { storeRoutine } from './routines';
import { runRoutine } from './run-routine';

type NewLink = Omit<PaymentLinkRow, 'id' | 'status' | 'transferId' | 'createdMs' | 'history'>;

/** Who owns the card of a payer, who is nobody's user. */
const nobody = '';

/** Makes a link that can be paid until it expires. */
export function createLink(world: World, link: NewLink): PaymentLinkRow {
  const nowMs = world.clock.now();
  const row = world.store.paymentLinks.put({
    ...link,
    id: world.random.uuid(),
    status: 'active',
    transferId: null,
    createdMs: nowMs,
    history: [{ status: 'active', atMs: nowMs }],
  });
  emitWebhook(world, { type: 'payment_link_created', userId: row.userId, resourceId: row.id });
  if (row.expiresMs !== null) world.scheduler.planAt('expire_link', row.id, row.expiresMs);
  return row;
}

/** Why nobody can pay on a link now, in a sentence for the payer; null when they can. */
export function linkFault(world: World, link: PaymentLinkRow): string | null {
  if (link.status === 'paid') return 'This link has been paid already.';
  if (link.status !== 'active') return `This link is ${link.status}. Ask for a new one.`;
  if (link.expiresMs !== null && link.expiresMs <= world.clock.now()) {
    return 'This link is expired. Ask for a new one.';
  }
  if (link.singleUse && isBeingPaid(world, link)) return 'A payment is on its way already.';
  const ends = { userId: link.userId, sourceId: '', destinationId: link.destinationId };
  const canBePaid = statusByCircumstances(world, ends) === 'active';
  return canBePaid ? null : 'Whoever made this link cannot be paid now.';
}

/** A payment on a link that began, or why it cannot. */
export type LinkPayment = { readonly transfer: TransferRow } | { readonly fault: string };

/**
 * Somebody pays a link with their card. The money begins to move at once; the transfer belongs to
 * the person who is paid, and the card to nobody.
 */
export function payLink(world: World, link: PaymentLinkRow, card: NewCard): LinkPayment {
  const fault = linkFault(world, link);
  if (fault !== null) return { fault };
  const payer = cardRow(world, nobody, card);
  if (!payer.pullEnabled) return { fault: 'This card does not allow payments. Try another one.' };
  world.store.cards.put(payer);
  const routine = storeRoutine(world, linkRoutine(world, link, payer.id));
  const transfer = runRoutine(world, routine, link.amountCents);
  world.store.paymentLinks.put({ ...link, transferId: transfer.id });
  return { transfer };
}

function linkRoutine(world: World, link: PaymentLinkRow, sourceId: string) {
  const isAccount = world.store.accounts.get(link.destinationId) !== undefined;
  const flow: RoutineRow['flow'] = isAccount ? 'card-to-account' : 'card-to-card';
  return {
    userId: link.userId,
    flow,
    type: 'one-time',
    paymentType: 'debit',
    name: link.name,
    sourceId,
    destinationId: link.destinationId,
    destinationUserId: link.userId,
    amountCents: link.amountCents,
    startDate: pacificDay(world.clock.now()),
    preferredSpeed: null,
    typeFields: {},
    clientCorrelationId: link.clientCorrelationId,
    feePercent: null,
    settlementMode: null,
    disableAlternativeRouting: false,
    ultimateSenderId: null,
    ultimateReceiverId: null,
  };
}
