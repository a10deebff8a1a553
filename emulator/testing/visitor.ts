import { expect } from 'vitest';

/** A page as a person without JavaScript and without cookies gets it. */
export type VisitedPage = {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  readonly heading: string;
  readonly headers: Headers;
  /** Set when the pages have sent the person back to the partner. */
  readonly left: URL | undefined;
};

/** Opens a hosted page, following redirects for as long as they stay there. */
export async function visit(url: string, init: RequestInit = {}): Promise<VisitedPage> {
  const response = await fetch(url, { ...init, redirect: 'manual' });
  expect(response.headers.get('set-cookie')).toBeNull();
  const location = response.headers.get('location');
  if (location !== null) {
    const next = new URL(location, url);
    if (next.origin === new URL(url).origin) return visit(next.href);
    return { status: 303, url, html: '', heading: '', headers: response.headers, left: next };
  }
  const html = await response.text();
  return {
    status: response.status,
    url,
    html,
    heading: (/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').trim(),
    headers: response.headers,
    left: undefined,
  };
}

/** Sends the form of this page whose button reads `button`, with `fields` typed in. */
export async function submit(
  page: VisitedPage,
  button: string,
  fields: Record<string, string | Blob> = {},
): Promise<VisitedPage> {
  const forms = [...page.html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)];
  const form = forms.find((match) => match[2]?.includes(`>${button}</button>`));
  if (form === undefined) throw new Error(`No button ${button} on the page ${page.heading}.`);
  const body = form[0].includes('multipart/form-data') ? new FormData() : new URLSearchParams();
  for (const [, name = '', value = ''] of (form[2] ?? '').matchAll(
    /<input id="(\w+)"[^>]*value="([^"]*)"/g,
  )) {
    if (fields[name] === undefined && body instanceof URLSearchParams) body.append(name, value);
  }
  const pressed = new RegExp(`<button[^>]*name="(\\w+)" value="([\\w-]+)"[^>]*>${button}<`).exec(
    form[2] ?? '',
  );
  if (pressed !== null) body.append(pressed[1] ?? '', pressed[2] ?? '');
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.append(name, value);
    else if (body instanceof FormData) body.append(name, value, 'id.png');
  }
  return visit(new URL(form[1] ?? '', page.url).href, { method: 'POST', body });
}
