import { countWrongTry, verifyCard } from '../../engine/cards';
import {
  areTheAmounts,
  mostWrongAmounts,
  readCents,
  verificationCents,
} from '../../rules/card-verification';
import { formatDollars } from '../../rules/money';
import { markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import type { CardRow } from '../../state/rows';
import type { FlowRow } from '../../state/rows-flows';
import type { World } from '../../world';
import { cardOfFlow } from '../cards-of-flow';
import { field, focusedField } from '../fields';
import { draftOf, finish, goOn, sendBack, stepPath } from '../flow';
import { sandboxHint } from '../sandbox-hint';
import { cancelForm, returnForm, type Screen, showPage } from '../screen';

const fields = ['amount1', 'amount2'] as const;
const labels = { amount1: 'First amount', amount2: 'Second amount' };

/**
 * Verifies that a card is the person's, by two small amounts on its statement. How Astra does it is
 * not known.
 */
export const verifyCardScreen: Screen = {
  show: (world, flow) => {
    const card = cardOfFlow(world, flow);
    if (card === undefined || card.verification?.isVerified) return goOn(finish(world, flow));
    return isSpent(card) ? spentPage(world, flow) : page(flow, card);
  },
  submit: (world, flow, request) => {
    const card = cardOfFlow(world, flow);
    if (card === undefined || isSpent(card)) return goOn(flow);
    const values = Object.fromEntries(fields.map((name) => [name, request.form.text(name)]));
    const cents = fields.map((name) => readCents(values[name] ?? ''));
    const errors: Record<string, string> = {};
    fields.forEach((name, place) => {
      if (cents[place] === undefined) errors[name] = 'Enter an amount such as 0.12.';
    });
    if (Object.keys(errors).length > 0) {
      return sendBack(world, flow, { step: 'verify_card', errors, values });
    }
    if (areTheAmounts(cents.map((one) => one ?? 0))) {
      verifyCard(world, card);
      return goOn(finish(world, flow));
    }
    countWrongTry(world, card);
    const text = 'These are not the two amounts. Look at the card’s statement again.';
    return sendBack(world, flow, { step: 'verify_card', errors: { amount1: text }, values });
  },
};

function isSpent({ verification }: CardRow): boolean {
  return (verification?.wrongTries ?? 0) >= mostWrongAmounts;
}

function page(flow: FlowRow, card: CardRow): Reply {
  const { errors, values } = draftOf(flow, 'verify_card');
  const focus = focusedField(errors, fields, 'amount1');
  return showPage(flow, {
    step: 4,
    title: 'Verify your card',
    body: markup`
<h1>Verify your card</h1>
<p class="lead">Two small amounts stand on the statement of ${card.company} <span class="nowrap">•••• ${card.lastFour}</span>. Tell us both, in any order.</p>
${sandboxHint([[verificationCents.map(formatDollars).join(' and '), 'The amounts of every card here.']])}
<form method="post" action="${stepPath(flow, 'verify_card')}" novalidate>
<div class="pair">${fields.map((name) =>
      field({
        name,
        label: labels[name],
        value: values[name] ?? '',
        error: errors[name],
        hint: 'Such as 0.12',
        autocomplete: 'off',
        inputmode: 'decimal',
        maxlength: 6,
        focus: focus === name,
      }),
    )}</div>
<button class="primary">Verify card</button>
</form>
${cancelForm(flow)}`,
  });
}

function spentPage(world: World, flow: FlowRow): Reply {
  return showPage(flow, {
    title: 'Too many tries',
    body: markup`
<h1 tabindex="-1" data-focus>Too many wrong amounts</h1>
<p class="lead">This card cannot be verified any more. Remove it and use another one, or contact ${world.clientName}.</p>
${returnForm(flow, world.clientName)}`,
  });
}
