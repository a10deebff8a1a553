import { SkipCase } from '../skip-case';
import type { Stage } from './stage';

type Page = { url: string; html: string; left: URL | null };

/** The buttons that lead on, in whatever order the pages come. */
const buttons = ['Authorize', 'Send code', 'Verify', 'Skip'];
const mostPages = 12;

/**
 * Goes through the target's hosted pages as somebody who agrees to everything and adds nothing.
 *
 * @returns the address that the pages lead back to; null when they end in a refusal.
 * @throws SkipCase where the text message goes to a real phone.
 */
export async function walkThrough(
  { target }: Stage,
  start: string,
  phone: string,
): Promise<URL | null> {
  const { readSmsCode } = target;
  if (!readSmsCode) throw new SkipCase('a person can only be authorized in a browser');
  const tenDigits = phone.slice(-10);
  let page = await visit(start);
  for (let pages = 0; pages < mostPages && !page.left; pages += 1) {
    const button = buttons.find((text) => page.html.includes(`>${text}</button>`));
    if (!button) return null;
    const code = button === 'Verify' ? await readSmsCode(tenDigits) : '';
    page = await press(page, button, { phone: tenDigits, code });
  }
  return page.left;
}

/** Opens a page and follows it for as long as it stays on its own origin. */
async function visit(url: string, init: RequestInit = {}): Promise<Page> {
  const response = await fetch(url, { ...init, redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) return { url, html: await response.text(), left: null };
  const next = new URL(location, url);
  if (next.origin === new URL(url).origin) return visit(next.href);
  return { url, html: '', left: next };
}

/** Submits the form with this button, with those of the `known` fields that it asks for. */
function press(page: Page, button: string, known: Record<string, string>): Promise<Page> {
  const forms = [...page.html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)];
  const form = forms.find(([, , inside]) => inside?.includes(`>${button}</button>`));
  const [, action = '', inside = ''] = form ?? [];
  const body = new URLSearchParams();
  for (const [, name = '', value = ''] of inside.matchAll(
    /<input id="(\w+)"[^>]*value="([^"]*)"/g,
  )) {
    body.append(name, known[name] ?? value);
  }
  const pressed = new RegExp(`<button[^>]*name="(\\w+)" value="(\\w+)"[^>]*>${button}<`).exec(
    inside,
  );
  if (pressed) body.append(pressed[1] ?? '', pressed[2] ?? '');
  return visit(new URL(action, page.url).href, { method: 'POST', body });
}
