import { markup } from '../../server/markup';
import { goOn, leave } from '../flow';
import { returnForm, type Screen, showPage } from '../screen';

/** Somebody Astra turned down: nothing to do here but go back. */
export const refusedScreen: Screen = {
  show: (world, flow) =>
    showPage(flow, {
      title: 'We can’t continue',
      body: markup`
<h1 tabindex="-1" data-focus>We can’t open an account for you</h1>
<p class="lead">We could not verify your identity, so ${world.clientName} cannot move money for you. If you think this is a mistake, contact ${world.clientName}.</p>
${returnForm(flow, world.clientName)}`,
    }),
  submit: (world, flow) => goOn(leave(world, flow)),
};

/** A proven phone number that nobody has handed in. Astra would ask for a profile here. */
export const unknownScreen: Screen = {
  show: (world, flow) =>
    showPage(flow, {
      title: 'We don’t know you yet',
      body: markup`
<h1 tabindex="-1" data-focus>We don’t know this number yet</h1>
<p class="lead">Go back to ${world.clientName} and give your details there first; then open this page again.</p>
<p class="aside">For developers: create a user intent for this phone number and send its <code>user_intent_id</code>, or send the <code>user_id</code> of somebody who has been here before. The emulator has no profile form yet.</p>
${returnForm(flow, world.clientName)}`,
    }),
  submit: (world, flow) => goOn(leave(world, flow)),
};

/** Never shown: a flow that is done leads away from here. */
export const doneScreen: Screen = {
  show: (_world, flow) => goOn(flow),
  submit: (_world, flow) => goOn(flow),
};
