import { hostedPaths } from '../contract';
import { script, styles } from '../server/assets';
import type { Handler } from '../server/messages';
import type { Router } from '../server/router';
import type { FlowStep } from '../state/rows-world';
import type { World } from '../world';
import { goOn, leave, loadFlow } from './flow';
import { privacyPage, termsPage } from './legal';
import type { Screen } from './screen';
import { cardScreen } from './screens/card';
import { codeScreen, resendCode } from './screens/code';
import { connectScreen } from './screens/connect';
import { doneScreen, refusedScreen, unknownScreen } from './screens/dead-ends';
import { documentScreen } from './screens/document';
import { phoneScreen } from './screens/phone';
import { retryScreen } from './screens/retry';
import { reviewScreen } from './screens/review';
import { termsScreen } from './screens/terms';
import { startAuthorize, startLinkCard } from './start';

const screens: Readonly<Record<FlowStep, Screen>> = {
  terms: termsScreen,
  phone: phoneScreen,
  code: codeScreen,
  unknown: unknownScreen,
  review: reviewScreen,
  retry: retryScreen,
  document: documentScreen,
  refused: refusedScreen,
  connect: connectScreen,
  card: cardScreen,
  done: doneScreen,
};

const sheets = ['assets/layout.css', 'assets/forms.css'];

/** Adds the pages that people see at Astra. */
export function addHostedRoutes(router: Router, world: World): Router {
  return router
    .add('GET', hostedPaths.authorize, startAuthorize(world))
    .add('GET', hostedPaths.linkCard, startLinkCard(world))
    .add('GET', '/flow/:flow/:step', showStep(world))
    .add('POST', '/flow/:flow/:step', submitStep(world))
    .add('GET', '/legal/terms', termsPage)
    .add('GET', '/legal/privacy', privacyPage)
    .add('GET', '/assets/hosted.css', styles(import.meta.url, sheets))
    .add('GET', '/assets/hosted.js', script(import.meta.url, 'assets/hosted.js'));
}

/** Shows the screen the flow stands at; an address from earlier in it leads there too. */
function showStep(world: World): Handler {
  return (request) => {
    const flow = loadFlow(world, request.params.flow ?? '');
    const step = request.params.step;
    if (step === flow.step) return screens[flow.step].show(world, flow, request);
    // The one step that may be taken back: a mistyped number.
    if (step === 'phone' && flow.step === 'code') return phoneScreen.show(world, flow, request);
    return goOn(flow);
  };
}

/** Takes a form. One from a screen already passed, sent twice or after Back, changes nothing. */
function submitStep(world: World): Handler {
  return (request) => {
    const flow = loadFlow(world, request.params.flow ?? '');
    const step = request.params.step;
    if (step === 'cancel') return goOn(flow.step === 'done' ? flow : leave(world, flow));
    if (step === 'resend') return resendCode(world, flow);
    if (step === flow.step) return screens[flow.step].submit(world, flow, request);
    if (step === 'phone' && flow.step === 'code') return phoneScreen.submit(world, flow, request);
    return goOn(flow);
  };
}
