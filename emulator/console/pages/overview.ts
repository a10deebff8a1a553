import { envText } from '../../env-text';
import { markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import type { ConsoleContext } from '../context';
import { consolePage, copyable } from '../layout';

/** Where everything is, what is in the world, and how to point an app at it. */
export function overviewPage(context: ConsoleContext): Handler {
  return () => {
    const { store, client, redirectUris, webhookUrl, balanceUrl } = context.world;
    const addresses = context.addresses();
    const env = envText(addresses, client, redirectUris, balanceUrl);
    const counts = [
      ['User intents', store.intents.size, '/console/intents'],
      ['Users', store.users.size, '/console/people'],
      ['Cards', store.cards.size, '/console/cards'],
      ['Bank accounts', store.accounts.size, '/console/accounts'],
      ['Routines', store.routines.size, '/console/routines'],
      ['Transfers', store.transfers.size, '/console/transfers'],
      ['Webhooks', store.deliveries.size, '/console/webhooks'],
    ] as const;
    const rows = [
      ['API', addresses.apiUrl],
      ['Secure host', addresses.secureUrl],
      ['Hosted pages', addresses.hostedUrl],
      ['Mail catcher', addresses.smtpUrl],
      ['Webhooks go to', webhookUrl || 'nowhere'],
      ['Redirects may go to', redirectUris.join(', ')],
    ] as const;
    return consolePage({
      path: '/console',
      title: 'Overview',
      live: ['intents', 'users', 'cards', 'accounts', 'routines', 'transfers', 'deliveries'],
      body: markup`
<h1>Overview</h1>
<p class="intro">An Astra that runs on this computer. Nothing leaves it and no money moves.</p>
<ul class="tiles">${counts.map(([label, count, href]) => markup`<li><a href="${href}"><strong>${count}</strong><span>${label}</span></a></li>`)}</ul>
<section><h2>Addresses</h2>
<dl class="facts">${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
<section><div class="section-head"><h2>Environment of a partner app</h2>${copyable(env, 'Copy')}</div>
<pre class="code">${env}</pre></section>
<section><h2>The way through</h2>
<ol class="steps">
<li>Create a user intent with <code>POST /v1/user_intent</code>. A webhook says when it is decided.</li>
<li>Send the person to <code>/login/oauth/authorize</code>. The text message arrives on the <a href="/console/phone">phone</a>.</li>
<li>Exchange the code of the redirect at <code>POST /v1/oauth/token</code>.</li>
<li>Add cards on the hosted pages, then <code>POST /v1/routines</code>. The <a href="/console/webhooks">webhooks</a> tell the rest.</li>
</ol>
<p>Names, numbers and cards that steer what happens are under <a href="/console/test-values">test values</a>.</p></section>`,
    });
  };
}
