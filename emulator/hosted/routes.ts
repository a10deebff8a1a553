import { hostedPaths, verifyPaths } from '../contract';
import { script, styles } from '../server/assets';
import type { Handler, Reply } from '../server/messages';
import type { Router } from '../server/router';
import type { FlowRow, FlowStep, PageKind } from '../state/rows-flows';
import type { World } from '../world';
import { goOn, leave, loadFlow, moveTo } from './flow';
import { privacyPage, termsPage } from './legal';
import { openPage } from './open-page';
import type { Screen } from './screen';
import { bankAccountsScreen } from './screens/bank-accounts';
import { bankLoginScreen } from './screens/bank-login';
import { banksScreen } from './screens/banks';
import { businessScreen } from './screens/business';
import { businessReviewScreen } from './screens/business-review';
import { cardScreen } from './screens/card';
import { cardsScreen } from './screens/cards';
import { codeScreen, resendCode } from './screens/code';
import { connectScreen } from './screens/connect';
import {
  doneScreen,
  nothingDueScreen,
  refusedScreen,
  strangerScreen,
  unknownScreen,
} from './screens/dead-ends';
import { documentScreen } from './screens/document';
import { openLink, paidScreen, payScreen } from './screens/pay';
import { phoneScreen } from './screens/phone';
import { profileScreen } from './screens/profile';
import { removeCardScreen } from './screens/remove-card';
import { retryScreen } from './screens/retry';
import { reviewScreen } from './screens/review';
import { termsScreen } from './screens/terms';
import { verifyCardScreen } from './screens/verify-card';

import { openForSdk, sdkScript } from './sdk';

const screens: Readonly<Record<FlowStep, Screen>> = {
  terms: termsScreen,
  phone: phoneScreen,
  code: codeScreen,
  profile: profileScreen,
  business: businessScreen,
  unknown: unknownScreen,
  stranger: strangerScreen,
  nothing_due: nothingDueScreen,
  review: reviewScreen,
  business_review: businessReviewScreen,
  retry: retryScreen,
  document: documentScreen,
  refused: refusedScreen,
  connect: connectScreen,
  card: cardScreen,
  pay: payScreen,
  paid: paidScreen,
  cards: cardsScreen,
  remove_card: removeCardScreen,
  verify_card: verifyCardScreen,
  banks: banksScreen,
  bank_login: bankLoginScreen,
  bank_accounts: bankAccountsScreen,
  done: doneScreen,
};

/** Screens that one may go back to and send again: what one may have mistyped or thought better of. */
const earlier: Partial<Record<FlowStep, FlowStep>> = {
  code: 'phone',
  bank_login: 'banks',
  bank_accounts: 'banks',
  remove_card: 'cards',
};

/** The address of each page. */
const paths = {
  authorize: hostedPaths.authorize,
  link_card: hostedPaths.linkCard,
  link_account: hostedPaths.linkAccount,
  cards: hostedPaths.cards,
  verify_card: hostedPaths.verifyCard,
  verify_personal: verifyPaths.personal,
  verify_document: verifyPaths.document,
  verify_business: verifyPaths.business,
} as const satisfies Record<PageKind, string>;

const sheets = ['layout', 'forms', 'choices'].map((name) => `assets/${name}.css`);

/** Adds the pages that people see at Astra. */
export function addHostedRoutes(router: Router, world: World): Router {
  const open =
    (kind: PageKind): Handler =>
    ({ query }) =>
      goOn(openPage(world, kind, query));
  return router
    .add('GET', paths.authorize, open('authorize'))
    .add('GET', paths.link_card, open('link_card'))
    .add('GET', paths.link_account, open('link_account'))
    .add('GET', paths.cards, open('cards'))
    .add('GET', paths.verify_card, open('verify_card'))
    .add('GET', paths.verify_personal, open('verify_personal'))
    .add('GET', paths.verify_document, open('verify_document'))
    .add('GET', paths.verify_business, open('verify_business'))
    .add('GET', '/pay/:id', ({ params }) => openLink(world, params.id ?? ''))
    .add('GET', '/sdk.js', sdkScript)
    .add('GET', '/sdk/open', openForSdk(world))
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
    const screen = screenOf(flow, request.params.step);
    return screen === undefined ? goOn(flow) : screen.show(world, flow, request);
  };
}

/** Takes a form. One from a screen already passed, sent twice or after Back, changes nothing. */
function submitStep(world: World): Handler {
  return (request) => {
    const flow = loadFlow(world, request.params.flow ?? '');
    const step = request.params.step;
    if (step === 'cancel') return cancel(world, flow);
    if (step === 'resend') return resendCode(world, flow);
    const screen = screenOf(flow, step);
    return screen === undefined ? goOn(flow) : screen.submit(world, flow, request);
  };
}

function screenOf(flow: FlowRow, step: string | undefined): Screen | undefined {
  if (step === flow.step) return screens[flow.step];
  const before = earlier[flow.step];
  // Whoever connects an account again has no other bank to choose.
  if (before === undefined || step !== before || flow.accountId !== undefined) return undefined;
  return screens[before];
}

function cancel(world: World, flow: FlowRow): Reply {
  // A payer came from nowhere that the pages could lead back to.
  if (flow.step === 'done' || flow.kind === 'pay') return goOn(flow);
  // The form for another card was opened from the list of cards.
  if (flow.kind === 'cards' && flow.step === 'card') return goOn(moveTo(world, flow, 'cards'));
  return goOn(leave(world, flow));
}
