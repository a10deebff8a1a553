import { type Markup, markup } from '../server/markup';
import { html, type Reply } from '../server/messages';

const pages = [
  ['/console', 'Overview'],
  ['/console/phone', 'Phone'],
  ['/console/mailbox', 'Mailbox'],
  ['/console/people', 'People'],
  ['/console/cards', 'Cards'],
  ['/console/accounts', 'Bank accounts'],
  ['/console/routines', 'Routines'],
  ['/console/transfers', 'Transfers'],
  ['/console/requests', 'Requests'],
  ['/console/webhooks', 'Webhooks'],
  ['/console/clock', 'Clock'],
  ['/console/faults', 'Faults'],
  ['/console/world', 'World'],
  ['/console/test-values', 'Test values'],
  ['/console/sdk', 'Try the SDK'],
] as const;

/** The address of an entry of the navigation. */
export type ConsolePath = (typeof pages)[number][0];

export type ConsolePage = {
  /** The entry of the navigation that it belongs to; null for none. */
  readonly path: ConsolePath | null;
  readonly title: string;
  readonly body: Markup;
  /** Parts of the world that this page shows: it is fetched again when one changes. */
  readonly live?: readonly string[];
};

/** Sent with everything under `/console`: unlike the hosted pages, no other site may frame it. */
export const consoleHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** The frame around every console page. */
export function consolePage(page: ConsolePage, status = 200): Reply {
  const links = pages.map(
    ([path, label]) =>
      markup`<li><a href="${path}"${path === page.path && markup` aria-current="page"`}>${label}</a></li>`,
  );
  return html(
    status,
    markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Astra emulator console</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/console.css">
<script src="/assets/console.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="side">
<a class="brand" href="/console"><span class="brand-mark" aria-hidden="true"></span><span>Astra <small>emulator</small></span></a>
<nav aria-label="Console"><ul>${links}</ul></nav>
<p class="pulse" id="pulse"><span aria-hidden="true"></span><span class="pulse-text">Reload to refresh</span></p>
</header>
<main id="main" tabindex="-1" data-live="${(page.live ?? []).join(' ')}">${page.body}</main>
</body>
</html>`.text,
  );
}

/** What a page says while it has nothing to show. */
export function emptyState(title: string, text: Markup | string): Markup {
  return markup`<div class="empty"><h2>${title}</h2><p>${text}</p></div>`;
}

/** Text in a box, with a button that copies it. */
export function copyable(text: string, label: string): Markup {
  return markup`<button type="button" class="copy" data-copy="${text}" hidden>${label}</button>`;
}
