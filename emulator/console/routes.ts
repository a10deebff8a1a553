import { script, styles } from '../server/assets';
import { type Handler, seeOther } from '../server/messages';
import type { Router } from '../server/router';
import type { ConsoleContext } from './context';
import { addControlRoutes } from './control';
import { consoleJson } from './json';
import { consoleObjects } from './objects/objects';
import { clockPage } from './pages/clock';
import { faultsPage } from './pages/faults';
import { mailboxPage, messageHtml, messagePage } from './pages/mailbox';
import { overviewPage } from './pages/overview';
import { phonePage } from './pages/phone';
import { requestsPage } from './pages/requests';
import { testValuesPage } from './pages/test-values';
import { trySdkPage } from './pages/try-sdk';
import { resendWebhook, webhooksPage } from './pages/webhooks';
import { worldPage } from './pages/world';
import { fromOwnPages } from './same-origin';

const sheets = ['frame', 'text', 'pieces', 'lists', 'objects', 'phone', 'commands', 'forms'].map(
  (name) => `assets/${name}.css`,
);

/** Adds the developer's view. */
export function addConsoleRoutes(router: Router, context: ConsoleContext): Router {
  const data = consoleJson(context);
  const objects = consoleObjects(context);
  for (const { path, list, detail, act } of objects.pages) {
    router
      .add('GET', path, list)
      .add('GET', `${path}/:id`, detail)
      .add('POST', `${path}/:id/:action`, fromOwnPages(act));
  }
  const events: Handler = () => ({
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    stream: context.live.join,
  });
  return addControlRoutes(router, context.director)
    .add('GET', '/', () => seeOther('/console'))
    .add('GET', '/console', overviewPage(context))
    .add('GET', '/console/phone', phonePage(context))
    .add('GET', '/console/mailbox', mailboxPage(context))
    .add('GET', '/console/mailbox/:id', messagePage(context))
    .add('GET', '/console/mailbox/:id/html', messageHtml(context))
    .add('GET', '/console/requests', requestsPage(context, objects))
    .add('GET', '/console/webhooks', webhooksPage(context, objects))
    .add('POST', '/console/webhooks/:id/resend', fromOwnPages(resendWebhook(context)))
    .add('GET', '/console/clock', clockPage(context))
    .add('GET', '/console/faults', faultsPage(context))
    .add('GET', '/console/world', worldPage(context))
    .add('GET', '/console/test-values', testValuesPage)
    .add('GET', '/console/sdk', trySdkPage(context))
    .add('GET', '/console/events', events)
    .add('GET', '/console/api/sms', data.sms)
    .add('GET', '/console/api/mail', data.mail)
    .add('GET', '/console/api/routines', data.routines)
    .add('GET', '/console/api/transfers', data.transfers)
    .add('GET', '/console/api/deliveries', data.deliveries)
    .add('GET', '/console/api/requests', data.requests)
    .add('GET', '/assets/console.css', styles(import.meta.url, sheets))
    .add('GET', '/assets/console.js', script(import.meta.url, 'assets/console.js'))
    .add('GET', '/assets/try-sdk.js', script(import.meta.url, 'assets/try-sdk.js'));
}
