import { type Markup, markup } from '../../server/markup';
import type { CardRow } from '../../state/rows';
import { cardsOf } from '../cards-of-flow';
import { draftOf, finish, goOn, moveTo, sendBack, stepPath } from '../flow';
import { type Screen, showPage } from '../screen';

const statuses: Readonly<Record<CardRow['status'], string>> = {
  approved: 'Ready to use',
  flagged: 'Being looked at; not usable for now',
  rejected: 'Not accepted',
  removed: 'Removed',
};

/** The person's cards. From here one can be added or removed. */
export const cardsScreen: Screen = {
  show: (world, flow) => {
    const { errors, values } = draftOf(flow, 'cards');
    const cards = cardsOf(world, flow);
    return showPage(flow, {
      title: 'Your cards',
      body: markup`
<h1 tabindex="-1" data-focus>Your cards</h1>
<p class="lead">${cards.length === 0 ? 'You have no cards here.' : `These are the cards that ${world.clientName} can use.`}</p>
${values.notice && markup`<p class="aside notice" role="status">${values.notice}</p>`}
${errors.form && markup`<p class="alert" role="alert">${errors.form}</p>`}
<form method="post" action="${stepPath(flow, 'cards')}">
${cards.length > 0 && markup`<ul class="choices">${cards.map(cardRow)}</ul>`}
<button class="primary" name="choice" value="done">Done</button>
<button class="secondary" name="choice" value="add">Add a card</button>
</form>`,
    });
  },
  submit: (world, flow, request) => {
    const { form } = request;
    if (form.text('choice') === 'done') return goOn(finish(world, flow));
    if (form.text('choice') === 'add') return goOn(moveTo(world, flow, 'card'));
    const card = cardsOf(world, flow).find(({ id }) => id === form.text('remove'));
    if (card !== undefined) return goOn(moveTo(world, { ...flow, cardId: card.id }, 'remove_card'));
    return sendBack(world, flow, {
      step: 'cards',
      errors: { form: 'This card is not here any more.' },
      values: {},
    });
  },
};

function cardRow(card: CardRow): Markup {
  const words = [
    statuses[card.status],
    !card.pullEnabled && 'only receives money',
    !card.pushEnabled && 'only sends money',
  ];
  return markup`<li class="choice"><span>${card.company} <span class="mono">•••• ${card.lastFour}</span><span class="hint">Expires ${card.expirationDate}. ${words.filter(Boolean).join('; ')}.</span></span>
<button class="small" name="remove" value="${card.id}" aria-label="Remove ${card.company} ending in ${card.lastFour}">Remove</button></li>`;
}
