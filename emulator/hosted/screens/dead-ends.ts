import { hostedPaths } from '../../contract';
import { markup } from '../../server/markup';
import { finish, goOn, leave, stepPath } from '../flow';
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

/** A proven phone number that belongs to nobody, on a page for people who are known. */
export const unknownScreen: Screen = {
  show: (world, flow) =>
    showPage(flow, {
      title: 'We don’t know you yet',
      body: markup`
<h1 tabindex="-1" data-focus>We don’t know this number yet</h1>
<p class="lead">Go back to ${world.clientName} and sign up there first; then open this page again.</p>
<p class="aside">For developers: this page is for people who have authorized before. Send new ones to <code>${hostedPaths.authorize}</code>.</p>
${returnForm(flow, world.clientName)}`,
    }),
  submit: (world, flow) => goOn(leave(world, flow)),
};

/** The link is about something that belongs to somebody else, or that this person does not have. */
export const strangerScreen: Screen = {
  show: (world, flow) =>
    showPage(flow, {
      title: 'This link is not for you',
      body: markup`
<h1 tabindex="-1" data-focus>This link is not for you</h1>
<p class="lead">It is for somebody with another phone number, or for a business. Go back to ${world.clientName} and start from there.</p>
${returnForm(flow, world.clientName)}`,
    }),
  submit: (world, flow) => goOn(leave(world, flow)),
};

/** Everything that this page could ask for is there already. */
export const nothingDueScreen: Screen = {
  show: (world, flow) =>
    showPage(flow, {
      title: 'Nothing to do',
      body: markup`
<h1 tabindex="-1" data-focus>There is nothing to do here</h1>
<p class="lead">Astra needs nothing more from you at the moment.</p>
<form method="post" action="${stepPath(flow, 'nothing_due')}"><button class="primary">Return to ${world.clientName}</button></form>`,
    }),
  submit: (world, flow) => goOn(finish(world, flow)),
};

/** Shown in the frame of `sdk.js` alone, which closes at once: any other flow leads away from here. */
export const doneScreen: Screen = {
  show: (world, flow) => {
    if (flow.sdkOrigin === undefined || flow.answer === undefined) return goOn(flow);
    const { error } = flow.answer;
    const message = { type: error === undefined ? 'auth' : 'close', ...flow.answer };
    return showPage(flow, {
      title: 'Done',
      tell: { origin: flow.sdkOrigin, message },
      body: markup`
<h1 tabindex="-1" data-focus>All done</h1>
<p class="lead">You can close this and go on at ${world.clientName}.</p>`,
    });
  },
  submit: (_world, flow) => goOn(flow),
};
