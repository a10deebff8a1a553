import type { LinkStatus, PaymentLinkRow, TransferRow } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';

/** Changes a link and tells the partner. */
export function setLinkStatus(
  world: World,
  link: PaymentLinkRow,
  status: LinkStatus,
): PaymentLinkRow {
  const history = [...link.history, { status, atMs: world.clock.now() }];
  const row = world.store.paymentLinks.put({ ...link, status, history });
  emitWebhook(world, {
    type: 'payment_link_updated',
    userId: link.userId,
    resourceId: link.id,
  });
  return row;
}

/** Nobody has paid by the day that the partner set. A payment under way may still end. */
export function expireLink(world: World, linkId: string): void {
  const link = world.store.paymentLinks.get(linkId);
  if (link?.status !== 'active' || isBeingPaid(world, link)) return;
  setLinkStatus(world, link, 'expired');
}

/** A payment that may have been made on a link has ended. */
export function linkPaymentEnded(world: World, transfer: TransferRow): void {
  const link = world.store.paymentLinks.latest('transfer', transfer.id);
  if (link === undefined || link.status !== 'active') return;
  if (transfer.status === 'processed' && link.singleUse) setLinkStatus(world, link, 'paid');
  else if (link.expiresMs !== null && link.expiresMs <= world.clock.now()) {
    setLinkStatus(world, link, 'expired');
  }
}

export function isBeingPaid(world: World, link: PaymentLinkRow): boolean {
  return world.store.transfers.get(link.transferId ?? '')?.status === 'pending';
}
