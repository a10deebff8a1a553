import { z } from 'zod';
import type { Emulator } from './emulator';

type Pages = Pick<Emulator, 'hosted'>;

type Page = { url: string; html: string; left: URL | null };

/** Opens a hosted page as a browser without script would, and follows it while it stays there. */
async function visit(url: string, init: RequestInit = {}): Promise<Page> {
  const response = await fetch(url, { ...init, redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) return { url, html: await response.text(), left: null };
  const next = new URL(location, url);
  if (next.origin === new URL(url).origin) return visit(next.href);
  return { url, html: '', left: next };
}

/** Presses the button with this text, with `fields` typed into its form. */
async function press(page: Page, button: string, typed: Record<string, string> = {}) {
  const forms = [...page.html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)];
  const [, action = '', inside = ''] =
    forms.find(([, , content]) => content?.includes(`>${button}</button>`)) ?? [];
  if (!action) throw new Error(`The page ${page.url} has no button "${button}": ${page.html}`);
  const inputs = [...inside.matchAll(/<input id="(\w+)"[^>]*value="([^"]*)"/g)];
  const body = new URLSearchParams({
    ...Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value])),
    ...typed,
  });
  const choice = new RegExp(`<button[^>]*name="(\\w+)" value="(\\w+)"[^>]*>${button}<`).exec(
    inside,
  );
  if (choice) body.append(choice[1] ?? '', choice[2] ?? '');
  return visit(new URL(action, page.url).href, { method: 'POST', body });
}

const messages = z.array(z.object({ code: z.string() }));

/** The code of the newest text message to this phone. */
async function latestCode(emulator: Pages, phone: string): Promise<string> {
  const answer = await fetch(`${emulator.hosted}/console/api/sms?phone=${phone.slice(-10)}`);
  return messages.parse(await answer.json())[0]?.code ?? '';
}

/**
 * Goes through Astra's hosted pages as the person would: terms, phone, text message, no card.
 *
 * @returns the address that the pages send the browser to in the end.
 */
export async function walkThrough(emulator: Pages, url: string, phone: string): Promise<URL> {
  const terms = await visit(url);
  const number = await press(terms, 'Authorize');
  const code = await press(number, 'Send code', { phone: phone.slice(-10) });
  let page = await press(code, 'Verify', { code: await latestCode(emulator, phone) });
  if (!page.left && page.html.includes('>Skip</button>')) page = await press(page, 'Skip');
  if (page.left) return page.left;
  throw new Error(`The pages did not lead back: ${page.html}`);
}

/** The query of a redirect, as the callback route hands it on. */
export function queryOf(url: URL): Record<string, string> {
  return Object.fromEntries(url.searchParams);
}
