import { addCard } from '../../engine/cards';
import { markup } from '../../server/markup';
import type { FlowRow } from '../../state/rows-flows';
import type { World } from '../../world';
import {
  type CardFieldValues,
  cardErrors,
  cardOf,
  readCardFields,
  shownFields,
} from '../card-fields';
import { cardForm } from '../card-form';
import { finish, goOn, moveTo, personOf, sendBack } from '../flow';
import { cancelForm, type Screen, showPage } from '../screen';

/** Adds a card to the person's own. */
export const cardScreen: Screen = {
  show: (world, flow, request) =>
    showPage(flow, {
      step: 4,
      title: 'Add a card',
      body: markup`
<h1>Add your debit card</h1>
<p class="lead">${world.clientName} never sees the number.</p>
${cardForm(world, flow, request, { step: 'card', button: 'Add card', known: prefilled(world, flow) })}
${cancelForm(flow)}`,
    }),
  submit: (world, flow, request) => {
    const values = readCardFields(request.form);
    const errors = cardErrors(values, world.clock.now());
    if (flow.personId === null || Object.keys(errors).length > 0) {
      return sendBack(world, flow, { step: 'card', errors, values: shownFields(values) });
    }
    addCard(world, flow.personId, cardOf(values));
    return goOn(flow.kind === 'cards' ? moveTo(world, flow, 'cards') : finish(world, flow));
  },
};

function prefilled(world: World, flow: FlowRow): CardFieldValues {
  const person = personOf(world, flow);
  return {
    card_number: '',
    expiration_date: '',
    card_security_code: '',
    first_name: person?.firstName ?? '',
    last_name: person?.lastName ?? '',
    street_line_1: person?.address1 ?? '',
    street_line_2: person?.address2 ?? '',
    city: person?.city ?? '',
    state: person?.state ?? '',
    zip_code: person?.postalCode ?? '',
  };
}
