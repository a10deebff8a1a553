import { type Markup, markup } from '../server/markup';

export type Page = {
  readonly title: string;
  readonly body: Markup;
  /** How far the person has come; left out on pages outside the sequence. */
  readonly progress?: { readonly step: number; readonly of: number };
  /** The page asks again by itself after so many seconds. */
  readonly refreshSeconds?: number;
  /** What the page that frames this one, by `sdk.js`, is told at once. */
  readonly tell?: SdkMessage;
};

/** A message to the page around this one, and the only origin that may read it. */
export type SdkMessage = {
  readonly origin: string;
  readonly message: Readonly<Record<string, string>>;
};

/** The frame around every hosted page. It says on each that this is not Astra. */
export function hostedPage(page: Page): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${page.refreshSeconds !== undefined && markup`<meta http-equiv="refresh" content="${page.refreshSeconds}">`}
<title>${page.title} · Astra emulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/hosted.css">
<script src="/assets/hosted.js" defer></script>
</head>
<body${page.tell && markup` data-tell="${JSON.stringify(page.tell.message)}" data-tell-origin="${page.tell.origin}"`}>
<div class="sheet">
<header class="brand">
<span class="brand-mark" aria-hidden="true"></span>
<span class="brand-name">Astra</span>
<span class="brand-tag">Emulator</span>
</header>
<main>${page.progress && progressBar(page.progress)}${page.body}</main>
<footer>
<p>A local stand-in for Astra, for development. Never type a real card number or SSN here.</p>
</footer>
</div>
</body>
</html>`.text;
}

function progressBar({ step, of }: { step: number; of: number }): Markup {
  const bars = Array.from({ length: of }, (_, place) => {
    return markup`<span class="${place < step ? 'is-done' : 'is-ahead'}"></span>`;
  });
  return markup`<div class="progress"><p>Step ${step} of ${of}</p><div class="progress-bar" aria-hidden="true">${bars}</div></div>`;
}
