import type { Request } from 'playwright/test';
import { hostedOrigin } from './emulator';
import { Person } from './person';
import { expect, test } from './test';

const sessionCookie = 'next-auth.session-token=';

test('the session cookie is absent on the framed redirect from Astra, and linking works all the same', async ({
  page,
  baseURL,
}) => {
  expect(new URL(baseURL ?? '').hostname).toBe('localhost');
  expect(new URL(hostedOrigin).hostname).toBe('127.0.0.1');
  const callbacks: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/astra/callback') callbacks.push(request);
  });

  await new Person(page).onboard();

  expect(callbacks).toHaveLength(2);
  const [fromAstra, fromUs] = await Promise.all(callbacks.map((request) => request.allHeaders()));
  expect(fromAstra?.['cookie'] ?? '').not.toContain(sessionCookie);
  expect(fromAstra?.['sec-fetch-site']).toBe('cross-site');
  expect(fromUs?.['cookie']).toContain(sessionCookie);
  expect(fromUs?.['sec-fetch-site']).toBe('same-origin');
});

test('the code leaves neither our address bar, our history, nor any request but the callback', async ({
  page,
}) => {
  const requests: Request[] = [];
  const policies: (string | undefined)[] = [];
  const referrers: string[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('response', (response) => {
    if (isCallback(response)) policies.push(response.headers()['referrer-policy']);
  });
  // What a page was told about where its visitor came from is what really went over the wire; the headers
  // that DevTools show for a redirected frame may be those from before the policy was applied.
  await page.exposeFunction('tellReferrer', (referrer: string) => referrers.push(referrer));
  await page.addInitScript(() => Reflect.get(window, 'tellReferrer')(document.referrer));
  await new Person(page).onboard();

  const code = new URL(requests.find(isCallback)?.url() ?? '').searchParams.get('code') ?? '';
  expect(code).toHaveLength(48);
  for (const request of requests.filter((any) => !isCallback(any))) {
    expect(request.url()).not.toContain(code);
  }
  expect(policies).toEqual(['no-referrer', 'no-referrer']);
  expect(referrers.some((referrer) => referrer.startsWith(`${hostedOrigin}/flow/`))).toBe(true);
  expect(referrers.filter((referrer) => referrer.includes(code))).toEqual([]);
  expect(page.url()).not.toContain(code);
});

function isCallback(about: { url: () => string }): boolean {
  return new URL(about.url()).pathname.endsWith('/callback');
}
