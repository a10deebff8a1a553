import { isCardInUse, setCardStatus } from '../../engine/cards';
import { markup } from '../../server/markup';
import { cardOfFlow } from '../cards-of-flow';
import { goOn, moveTo, sendBack, stepPath } from '../flow';
import { type Screen, showPage } from '../screen';

/** Makes sure that a card is to be removed, and says what stands in the way. */
export const removeCardScreen: Screen = {
  show: (world, flow) => {
    const card = cardOfFlow(world, flow);
    const isInUse = card !== undefined && isCardInUse(world, card);
    return showPage(flow, {
      title: 'Remove a card',
      body: markup`
<h1 tabindex="-1" data-focus>Remove ${card?.company ?? 'the card'} <span class="nowrap">•••• ${card?.lastFour ?? ''}</span>?</h1>
${
  isInUse
    ? markup`<p class="alert" role="alert">This card cannot be removed now: a payment with it is planned or on its way. Wait until it is through, or cancel it at ${world.clientName}, and try again.</p>`
    : markup`<p class="lead">${world.clientName} can no longer use it. You can add it again later.</p>`
}
<form method="post" action="${stepPath(flow, 'remove_card')}">
${!isInUse && markup`<button class="primary danger" name="choice" value="remove">Remove card</button>`}
<button class="secondary" name="choice" value="keep">Keep card</button>
</form>`,
    });
  },
  submit: (world, flow, request) => {
    const card = cardOfFlow(world, flow);
    if (
      card === undefined ||
      card.status === 'removed' ||
      request.form.text('choice') !== 'remove'
    ) {
      return goOn(moveTo(world, flow, 'cards'));
    }
    // Says why on the page itself.
    if (isCardInUse(world, card)) return goOn(flow);
    setCardStatus(world, card, 'removed');
    const notice = `${card.company} ending in ${card.lastFour} is removed.`;
    const back = moveTo(world, flow, 'cards');
    return sendBack(world, back, { step: 'cards', errors: {}, values: { notice } });
  },
};
