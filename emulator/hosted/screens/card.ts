import { pacificDay } from '../../contract';
import { addCard } from '../../engine/cards';
import { testCards } from '../../rules/test-cards';
import { type Markup, markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import type { FlowRow } from '../../state/rows-flows';
import type { World } from '../../world';
import {
  type CardFieldValues,
  cardErrors,
  cardFieldNames,
  cardOf,
  readCardFields,
} from '../card-fields';
import { field, focusedField } from '../fields';
import { draftOf, finish, goOn, moveTo, personOf, sendBack, stepPath } from '../flow';
import { cancelForm, type Screen, type ScreenErrors, showPage } from '../screen';

/** The card form. Number and security code never come back to the browser after a mistake. */
export const cardScreen: Screen = {
  show: (world, flow, request) => {
    const { values, errors } = draftOf(flow, 'card');
    const typed = { ...prefilled(world, flow), ...values };
    const testCard = testCards.find((card) => card.number === request.query.get('use'));
    if (testCard === undefined) return page(world, flow, typed, errors);
    const sample = { ...sampleCard(world), card_number: testCard.number };
    return page(world, flow, { ...typed, ...sample }, {});
  },
  submit: (world, flow, request) => {
    const values = readCardFields(request.form);
    const errors = cardErrors(values, world.clock.now());
    if (flow.personId === null || Object.keys(errors).length > 0) {
      const { card_number: _number, card_security_code: _code, ...shown } = values;
      return sendBack(world, flow, { step: 'card', errors, values: shown });
    }
    addCard(world, flow.personId, cardOf(values));
    return goOn(flow.kind === 'cards' ? moveTo(world, flow, 'cards') : finish(world, flow));
  },
};

/** Any security code and any future month will do. */
function sampleCard(world: World) {
  const year = Number(pacificDay(world.clock.now()).slice(2, 4)) + 3;
  return { expiration_date: `12/${year}`, card_security_code: '123' };
}

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

function page(world: World, flow: FlowRow, values: CardFieldValues, errors: ScreenErrors): Reply {
  const focus = focusedField(errors, cardFieldNames, 'card_number');
  const input = (
    name: (typeof cardFieldNames)[number],
    label: string,
    autocomplete: string,
    more: Omit<Parameters<typeof field>[0], 'name' | 'label'> = {},
  ): Markup => {
    return field({
      name,
      label,
      value: values[name],
      error: errors[name],
      autocomplete,
      focus: focus === name,
      ...more,
    });
  };
  return showPage(flow, {
    step: 4,
    title: 'Add a card',
    body: markup`
<h1>Add your debit card</h1>
<p class="lead">${world.clientName} never sees the number.</p>
${testCardHelp(world, flow)}
<form method="post" action="${stepPath(flow, 'card')}" novalidate>
${input('card_number', 'Card number', 'cc-number', { inputmode: 'numeric', maxlength: 23 })}
<div class="pair">
${input('expiration_date', 'Expiration date', 'cc-exp', { inputmode: 'numeric', maxlength: 9, hint: 'MM/YY' })}
${input('card_security_code', 'Security code', 'cc-csc', { inputmode: 'numeric', maxlength: 4, hint: 'On the back' })}
</div>
<fieldset><legend>Name and billing address</legend>
<div class="pair">
${input('first_name', 'First name', 'given-name')}
${input('last_name', 'Last name', 'family-name')}
</div>
${input('street_line_1', 'Street address', 'address-line1')}
${input('street_line_2', 'Apartment or suite', 'address-line2', { optional: true })}
${input('city', 'City', 'address-level2')}
<div class="pair">
${input('state', 'State', 'address-level1', { maxlength: 2 })}
${input('zip_code', 'ZIP code', 'postal-code', { inputmode: 'numeric', maxlength: 5 })}
</div>
</fieldset>
<button class="primary">Add card</button>
</form>
${cancelForm(flow)}`,
  });
}

function testCardHelp(world: World, flow: FlowRow): Markup {
  const sample = sampleCard(world);
  const items = testCards.map(
    (card) =>
      markup`<li><a href="${stepPath(flow, 'card')}?use=${card.number}" data-card="${card.number}" data-expiration="${sample.expiration_date}" data-cvc="${sample.card_security_code}"><span>${card.label}</span> <span class="mono">•••• ${card.number.slice(-4)}</span></a><span class="hint">${card.behaviour}</span></li>`,
  );
  return markup`<details class="helper"><summary>Use a test card</summary><ul>${items}</ul></details>`;
}
