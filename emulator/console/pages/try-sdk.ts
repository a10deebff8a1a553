import { sdkActions } from '../../hosted/sdk';
import { type Markup, markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import type { ConsoleContext } from '../context';
import { consolePage } from '../layout';

/** The options that a link may have besides, as the script names them. */
const texts = [
  ['phone', 'Phone, ten digits'],
  ['userIntentId', 'User intent id'],
  ['userId', 'User id'],
  ['businessProfileId', 'Business profile id'],
  ['sessionToken', 'Session token'],
  ['accountId', 'Account id'],
  ['cardId', 'Card id'],
  ['state', 'State'],
] as const;

/** Opens the hosted pages by `sdk.js`, and shows what it calls back with. */
export function trySdkPage({ world }: ConsoleContext): Handler {
  return () =>
    consolePage({
      path: '/console/sdk',
      title: 'Try the SDK',
      body: markup`
<h1>Try the SDK</h1>
<p class="intro">The hosted pages in a layer over a page, by <code>/sdk.js</code>. Its names are known from one source only: check them with Astra before you build on them.</p>
<section><h2>Open a page</h2>
<form class="grid-form" id="try-sdk" data-client-id="${world.client.clientId}">
${choice('actionType', 'Action', [...sdkActions.keys()])}
${choice('redirectUri', 'Redirect URI', world.redirectUris)}
${texts.map(([name, label]) => markup`<label>${label}<input name="${name}" autocomplete="off"></label>`)}
<div class="actions"><button>Open</button></div>
</form></section>
<section><h2>What came back</h2><ol class="attempts" id="sdk-calls" aria-live="polite"><li class="soft">Nothing yet.</li></ol></section>
<script src="/sdk.js"></script>
<script src="/assets/try-sdk.js"></script>`,
    });
}

function choice(name: string, label: string, values: readonly string[]): Markup {
  const options = values.map((value) => markup`<option>${value}</option>`);
  return markup`<label>${label}<select name="${name}">${options}</select></label>`;
}
