import { consoleTime } from '../../clock/format';
import { prettyPhone } from '../../hosted/screen';
import { markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import type { ConsoleContext } from '../context';
import { consolePage, copyable, emptyState } from '../layout';

const shownMessages = 30;

/** One phone that gets everybody's text messages. */
export function phonePage({ world }: ConsoleContext): Handler {
  return () => {
    const messages = world.store.sms.all(shownMessages);
    const bubbles = messages.map(
      (sms, place) => markup`<li class="${place === 0 && 'is-new'}">
<p class="bubble-head"><span>To ${prettyPhone(sms.phone)}</span><time>${consoleTime(sms.createdMs)}</time></p>
<div class="bubble"><p>${sms.body}</p>
<p class="bubble-code"><output aria-label="Verification code">${sms.code}</output>${copyable(sms.code, 'Copy code')}</p></div></li>`,
    );
    return consolePage({
      path: '/console/phone',
      title: 'Phone',
      live: ['sms'],
      body: markup`
<h1>Phone</h1>
<p class="intro">Every text message that the hosted pages send, newest first.</p>
<div class="phone"><div class="phone-top" aria-hidden="true"></div>
${
  messages.length === 0
    ? emptyState('No messages yet', 'A code appears here when somebody asks for one.')
    : markup`<ol class="bubbles">${bubbles}</ol>`
}</div>`,
    });
  };
}
