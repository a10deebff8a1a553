import { linkFault, payLink } from '../../engine/pay-link';
import { formatDollars } from '../../rules/money';
import { markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import { notFound, Problem } from '../../server/problem';
import type { FlowRow } from '../../state/rows-flows';
import type { PaymentLinkRow } from '../../state/rows-money';
import type { World } from '../../world';
import { cardErrors, cardOf, readCardFields, shownFields } from '../card-fields';
import { cardForm } from '../card-form';
import { goOn, moveTo, openFlow, sendBack } from '../flow';
import { type Screen, showPage } from '../screen';

/** Nothing is known of a payer before they type it. */
const nothingKnown = readCardFields({ text: () => '', has: () => false, file: () => undefined });

/** `GET /pay/{id}`, the address of a payment link. Everything about links is our assumption. */
export function openLink(world: World, linkId: string): Reply {
  if (world.store.paymentLinks.get(linkId) === undefined) throw notFound();
  const nobody = { state: null, intentId: null, userId: null, phone: null, phoneReadOnly: false };
  const plain = { bypassConnect: false, debitDirect: false, redirectUri: '' };
  const { clientId } = world.client;
  return goOn(openFlow(world, { kind: 'pay', clientId, ...nobody, ...plain, linkId }, 'pay'));
}

/** Takes the payer's card. The payer is nobody's user; a second click pays nothing more. */
export const payScreen: Screen = {
  show: (world, flow, request) => {
    const link = linkOf(world, flow);
    const fault = linkFault(world, link);
    if (fault !== null) return closedPage(flow, fault);
    const amount = formatDollars(link.amountCents);
    return showPage(flow, {
      title: `Pay ${amount}`,
      body: markup`
<h1 tabindex="-1" data-focus>${link.name}</h1>
<p class="lead"><strong>${amount}</strong> to ${payeeOf(world, link)}</p>
${link.description !== null && markup`<p>${link.description}</p>`}
${flow.draft?.errors['form'] !== undefined && markup`<p class="error" role="alert">${flow.draft.errors['form']}</p>`}
${cardForm(world, flow, request, { step: 'pay', button: `Pay ${amount}`, known: nothingKnown })}`,
    });
  },
  submit: (world, flow, request) => {
    const values = readCardFields(request.form);
    const errors = cardErrors(values, world.clock.now());
    const refuse = (found: Readonly<Record<string, string>>) =>
      sendBack(world, flow, { step: 'pay', errors: found, values: shownFields(values) });
    if (Object.keys(errors).length > 0) return refuse(errors);
    const payment = payLink(world, linkOf(world, flow), cardOf(values));
    if ('fault' in payment) return refuse({ form: payment.fault });
    return goOn(moveTo(world, flow, 'paid'));
  },
};

/** The end of a payer's way. */
export const paidScreen: Screen = {
  show: (world, flow) => {
    const link = linkOf(world, flow);
    return showPage(flow, {
      title: 'Thank you',
      body: markup`
<h1 tabindex="-1" data-focus>Thank you</h1>
<p class="lead">Your payment of ${formatDollars(link.amountCents)} to ${payeeOf(world, link)} is on its way. You can close this page.</p>`,
    });
  },
  submit: (_world, flow) => goOn(flow),
};

function closedPage(flow: FlowRow, fault: string): Reply {
  return showPage(flow, {
    title: 'This link is closed',
    body: markup`
<h1 tabindex="-1" data-focus>This link is closed</h1>
<p class="lead">${fault}</p>`,
  });
}

function linkOf(world: World, flow: FlowRow): PaymentLinkRow {
  const link = world.store.paymentLinks.get(flow.linkId ?? '');
  if (link === undefined) throw new Problem(410, 'This payment link is gone.');
  return link;
}

function payeeOf(world: World, link: PaymentLinkRow): string {
  const user = world.store.users.get(link.userId);
  return user === undefined ? world.clientName : `${user.firstName} ${user.lastName}`;
}
