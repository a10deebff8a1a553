import { pacificDay } from '../contract';
import { testCards } from '../rules/test-cards';
import { type Markup, markup } from '../server/markup';
import type { Request } from '../server/messages';
import type { FlowRow } from '../state/rows-flows';
import type { World } from '../world';
import { type CardFieldValues, cardFieldNames } from './card-fields';
import { field, focusedField } from './fields';
import { draftOf, stepPath } from './flow';

/**
 * The form for a debit card, with the test cards above it. Number and security code never come back
 * to the browser after a mistake.
 *
 * @param known what is filled in before anything was typed
 */
export function cardForm(
  world: World,
  flow: FlowRow,
  request: Request,
  { step, button, known }: { step: 'card' | 'pay'; button: string; known: CardFieldValues },
): Markup {
  const draft = draftOf(flow, step);
  const testCard = testCards.find((card) => card.number === request.query.get('use'));
  const sample = testCard && { ...sampleCard(world), card_number: testCard.number };
  const values = { ...known, ...draft.values, ...sample };
  const errors = testCard ? {} : draft.errors;
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
  return markup`
${testCardHelp(world, flow, step)}
<form method="post" action="${stepPath(flow, step)}" novalidate>
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
<button class="primary">${button}</button>
</form>`;
}

/** Any security code and any future month will do. */
function sampleCard(world: World) {
  const year = Number(pacificDay(world.clock.now()).slice(2, 4)) + 3;
  return { expiration_date: `12/${year}`, card_security_code: '123' };
}

function testCardHelp(world: World, flow: FlowRow, step: 'card' | 'pay'): Markup {
  const sample = sampleCard(world);
  const items = testCards.map(
    (card) =>
      markup`<li><a href="${stepPath(flow, step)}?use=${card.number}" data-card="${card.number}" data-expiration="${sample.expiration_date}" data-cvc="${sample.card_security_code}"><span>${card.label}</span> <span class="mono">•••• ${card.number.slice(-4)}</span></a><span class="hint">${card.behaviour}</span></li>`,
  );
  return markup`<details class="helper"><summary>Use a test card</summary><ul>${items}</ul></details>`;
}
