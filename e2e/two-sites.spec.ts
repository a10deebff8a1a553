import type { Request } from 'playwright/test';
import { hostedOrigin } from './emulator';
import { Person } from './person';
import { expect, test } from './test';

test('the session cookie is absent on the framed redirect from Astra, and linking works all the same', async ({
  page,
  baseURL,
}) => {
  expect(new URL(baseURL ?? '').hostname).toBe('localhost');
  expect(new URL(hostedOrigin).hostname).toBe('127.0.0.1');
  // What the server did tells for sure whether the cookie came: what DevTools show of a frame that is
  // gone a moment later does not.
  const answers: number[] = [];
  page.on('response', (response) => {
    if (isCallback(response)) answers.push(response.status());
  });

  // It ends with the card that was added on the way, so the code was exchanged: with a session.
  await new Person(page).onboardByHand();

  // Without a session the redirect is answered with a step that repeats it from our own site.
  await expect.poll(() => answers[0]).toBe(200);
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
  await new Person(page).onboardByHand();

  const code = new URL(requests.find(isCallback)?.url() ?? '').searchParams.get('code') ?? '';
  expect(code).toHaveLength(48);
  for (const request of requests.filter((any) => !isCallback(any))) {
    expect(request.url()).not.toContain(code);
  }
  // The browser may tell of a redirect's answer when the page that it leads to is there already.
  await expect.poll(() => policies).toEqual(['no-referrer', 'no-referrer']);
  expect(referrers.some((referrer) => referrer.startsWith(`${hostedOrigin}/flow/`))).toBe(true);
  expect(referrers.filter((referrer) => referrer.includes(code))).toEqual([]);
  expect(page.url()).not.toContain(code);
});

function isCallback(about: { url: () => string }): boolean {
  return new URL(about.url()).pathname.endsWith('/callback');
}
