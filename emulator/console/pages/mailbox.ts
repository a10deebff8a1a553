import { consoleTime } from '../../clock/format';
import { markup } from '../../server/markup';
import { type Handler, html } from '../../server/messages';
import { notFound } from '../../server/problem';
import type { ConsoleContext } from '../context';
import { consolePage, copyable, emptyState } from '../layout';

/** Every e-mail that was handed to the mail catcher, newest first. */
export function mailboxPage({ world, addresses }: ConsoleContext): Handler {
  return () => {
    const messages = world.store.mail.all();
    const rows = messages.map(
      (mail) => markup`<li><a href="/console/mailbox/${mail.id}">
<span class="row-main"><strong>${mail.subject || '(no subject)'}</strong><span class="soft">To ${mail.to.join(', ')}</span></span>
<time>${consoleTime(mail.createdMs)}</time></a></li>`,
    );
    return consolePage({
      path: '/console/mailbox',
      title: 'Mailbox',
      live: ['mail'],
      body: markup`
<h1>Mailbox</h1>
<p class="intro">E-mail sent to <code>${addresses().smtpUrl}</code> ends here, whoever it is for.</p>
${
  messages.length === 0
    ? emptyState('No mail yet', 'Sign in to your app: its message will appear here.')
    : markup`<ul class="rows">${rows}</ul>`
}`,
    });
  };
}

/** One message: as its HTML, shut in a frame, and as text. */
export function messagePage({ world }: ConsoleContext): Handler {
  return (request) => {
    const mail = world.store.mail.get(request.params.id ?? '');
    if (mail === undefined) throw notFound();
    const links = linksIn(mail);
    return consolePage({
      path: '/console/mailbox',
      title: mail.subject || 'Message',
      body: markup`
<p class="back"><a href="/console/mailbox">← Mailbox</a></p>
<h1>${mail.subject || '(no subject)'}</h1>
<dl class="facts"><div><dt>From</dt><dd>${mail.from}</dd></div><div><dt>To</dt><dd>${mail.to.join(', ')}</dd></div><div><dt>Received</dt><dd>${consoleTime(mail.createdMs)}</dd></div></dl>
${
  links[0] !== undefined &&
  markup`<p class="actions"><a class="button" href="${links[0]}" rel="noreferrer">Open link</a>${copyable(links[0], 'Copy link')}</p>`
}
${
  mail.html !== '' &&
  markup`<section><h2>Message</h2><iframe class="mail" title="Message as HTML" src="/console/mailbox/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></section>`
}
${mail.text !== '' && markup`<section><h2>Text version</h2><pre class="code wrap">${mail.text}</pre></section>`}`,
    });
  };
}

/** The message's own HTML: no scripts, nothing loaded from elsewhere, links in a new tab. */
export function messageHtml({ world }: ConsoleContext): Handler {
  return (request) => {
    const mail = world.store.mail.get(request.params.id ?? '');
    if (mail === undefined) throw notFound();
    const reply = html(200, `<!doctype html><base target="_blank">${mail.html}`);
    const policy =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
    return { ...reply, headers: { ...reply.headers, 'content-security-policy': policy } };
  };
}

/** The web addresses in a message, those of its HTML first. */
export function linksIn(mail: { html: string; text: string }): string[] {
  const fromHtml = [...mail.html.matchAll(/href\s*=\s*["'](https?:[^"']+)["']/gi)].map((match) =>
    (match[1] ?? '').replace(/&amp;|&#x26;|&#38;/gi, '&'),
  );
  const fromText = [...mail.text.matchAll(/https?:\/\/[^\s<>"']+/g)].map((match) => match[0]);
  return [...new Set([...fromHtml, ...fromText])];
}
