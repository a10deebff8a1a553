import { markup } from '../../server/markup';
import { finish, goOn, moveTo, stepPath } from '../flow';
import { type Screen, showPage } from '../screen';

/** Offers to add a card now. */
export const connectScreen: Screen = {
  show: (world, flow) =>
    showPage(flow, {
      step: 4,
      title: 'Connect a card',
      body: markup`
<h1 tabindex="-1" data-focus>Connect New Debit Card</h1>
<p class="lead">Add a debit card to send or receive money with ${world.clientName}. You can also do this later.</p>
<form method="post" action="${stepPath(flow, 'connect')}">
<button class="primary" name="choice" value="add">Add a card</button>
<button class="secondary" name="choice" value="skip">Skip</button>
</form>`,
    }),
  submit: (world, flow, request) => {
    if (request.form.text('choice') === 'skip') return goOn(finish(world, flow));
    return goOn(moveTo(world, flow, 'card'));
  },
};
