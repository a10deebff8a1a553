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
  const leaks: string[] = [];
  let code = '';
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname === '/api/astra/callback') code = url.searchParams.get('code') ?? code;
    else if (code && (request.url().includes(code) || request.headers()['referer']?.includes(code)))
      leaks.push(request.url());
  });
  await new Person(page).onboard();
  expect(code).toHaveLength(48);
  expect(leaks).toEqual([]);
  expect(page.url()).not.toContain(code);
});
