import { momentOf } from '../clock/format';
import { correlationIdLimits, type operations } from '../contract';
import { isBeingPaid, setLinkStatus } from '../engine/link-status';
import { createLink } from '../engine/pay-link';
import { centsOf } from '../rules/money';
import { destinationAccountFault, destinationCardFault } from '../rules/routine-rules';
import { notFound, Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { PaymentLinkRow } from '../state/rows-money';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { listPage } from './paging';
import { invalidFields } from './validate';
import { printLink } from './wire-money';

/** `POST /v1/payment_links`: a page on which anybody can pay this user by card. */
export const createPaymentLink: Endpoint<typeof operations.paymentLinks.create> = ({
  world,
  user,
  body,
}) => {
  if (user.status === 'rejected' || user.status === 'suspended') {
    throw new Problem(403, `A ${user.status} user cannot create payment links.`);
  }
  const { cards, accounts } = world.store;
  const account = accounts.get(body.destination_id);
  const fault =
    account === undefined
      ? destinationCardFault(cards.get(body.destination_id), user.id)
      : destinationAccountFault(account, user.id);
  if (fault !== null) throw invalidFields({ destination_id: [fault] });
  const expiresMs = body.expires_at === undefined ? null : momentOf(body.expires_at);
  if (expiresMs !== null && expiresMs <= world.clock.now()) {
    throw invalidFields({ expires_at: ['Must be in the future.'] });
  }
  if ((body.client_correlation_id ?? '').length > correlationIdLimits.debit) {
    throw invalidFields({ client_correlation_id: ['At most 8 letters and digits on a card.'] });
  }
  const link = createLink(world, {
    userId: user.id,
    name: body.name,
    description: body.description ?? null,
    amountCents: centsOf(body.amount),
    destinationId: body.destination_id,
    singleUse: body.single_use ?? true,
    clientCorrelationId: body.client_correlation_id ?? null,
    expiresMs,
  });
  return printLink(world, link);
};

/** `GET /v1/payment_links` */
export const listPaymentLinks: Endpoint<typeof operations.paymentLinks.list> = ({
  world,
  user,
  request,
}) =>
  listPage(
    request,
    'payment_links',
    (limit, before) => world.store.paymentLinks.newest('user', user.id, limit, before),
    (id) => findOwnLink(world, user, id),
    (row) => printLink(world, row),
  );

/** `GET /v1/payment_links/{id}` */
export const getPaymentLink: Endpoint<typeof operations.paymentLinks.get> = ({ world, user, id }) =>
  printLink(world, ownLink(world, user, id));

/** `POST /v1/payment_links/{id}/cancel`: nobody can pay on it any more. */
export const cancelPaymentLink: Endpoint<typeof operations.paymentLinks.cancel> = ({
  world,
  user,
  id,
}) => {
  const link = ownLink(world, user, id);
  if (link.status !== 'active') throw new Problem(400, `The link is ${link.status} already.`);
  if (isBeingPaid(world, link)) throw new Problem(400, 'A payment on the link is on its way.');
  return printLink(world, setLinkStatus(world, link, 'cancelled'));
};

function findOwnLink(world: World, user: UserRow, id: string): PaymentLinkRow | undefined {
  const link = world.store.paymentLinks.get(id);
  return link?.userId === user.id ? link : undefined;
}

function ownLink(world: World, user: UserRow, id: string): PaymentLinkRow {
  const link = findOwnLink(world, user, id);
  if (link === undefined) throw notFound();
  return link;
}
