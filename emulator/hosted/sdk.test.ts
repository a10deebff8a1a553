import { expect, test } from 'vitest';
import { redirectUri, type TestEmulator, testEmulator } from '../testing/emulator';
import { authenticate, exchange, onboard } from '../testing/person';
import { submit, visit } from '../testing/visitor';

const partner = new URL(redirectUri).origin;

function sdkUrl(emulator: TestEmulator, query: Record<string, string> = {}): string {
  const all = {
    client_id: emulator.clientId,
    redirect_uri: redirectUri,
    action: 'COLLECT_AUTHORIZATION',
    parent_origin: partner,
    ...query,
  };
  return `${emulator.hostedUrl}/sdk/open?${new URLSearchParams(all)}`;
}

/** What a page hands to the page around it, and to whom. */
function told(html: string) {
  const [, text = '', origin = ''] =
    /data-tell="([^"]*)" data-tell-origin="([^"]*)"/.exec(html) ?? [];
  return { origin, message: JSON.parse(text.replaceAll('&quot;', '"') || 'null') as unknown };
}

test('in the frame of the script the code is told to the page around it, and nobody is sent away', async () => {
  const emulator = await testEmulator();
  const { phone } = await onboard(emulator);
  const page = await authenticate(emulator, sdkUrl(emulator, { state: 's', phone }), phone);
  expect(page.heading).toBe('All done');
  const { origin, message } = told(page.html);
  expect(origin).toBe(partner);
  expect(message).toMatchObject({ type: 'auth', state: 's', code: expect.any(String) });
  const { code } = Object(message);
  const tokens = await exchange(emulator, new URL(`${redirectUri}?code=${String(code)}`));
  expect(tokens.status).toBe(200);
});

test('whoever leaves is told as having closed the page', async () => {
  const emulator = await testEmulator();
  const page = await submit(await visit(sdkUrl(emulator, { state: 's' })), 'Cancel');
  expect(told(page.html)).toEqual({
    origin: partner,
    message: { type: 'close', error: 'access_denied', state: 's' },
  });
});

test('a page without authorization tells the state and no code', async () => {
  const emulator = await testEmulator();
  const { phone } = await onboard(emulator);
  const url = sdkUrl(emulator, { action: 'VIEW_CARDS', state: 's', phone });
  const page = await submit(await authenticate(emulator, url, phone), 'Done');
  expect(told(page.html).message).toEqual({ type: 'auth', state: 's' });
});

test.each([
  ['an unknown client', { client_id: 'somebody-else' }, 'Invalid client_id'],
  ['an unknown action', { action: 'DANCE' }, 'Invalid actionType'],
  ['the name of something else', { action: 'constructor' }, 'Invalid actionType'],
])('%s is an error that the page around is told', async (_what, query, text) => {
  const emulator = await testEmulator();
  const page = await visit(sdkUrl(emulator, query));
  expect(page.status).toBe(400);
  const { origin, message } = told(page.html);
  expect(origin).toBe(partner);
  expect(message).toMatchObject({
    type: 'error',
    error_description: expect.stringContaining(text),
  });
});

test.each(['https://evil.example', '', 'null', `${partner}.evil.example`, `${partner}/`])(
  'a page at %j is told nothing',
  async (parent_origin) => {
    const emulator = await testEmulator();
    const page = await visit(sdkUrl(emulator, { parent_origin }));
    expect(page.status).toBe(400);
    expect(page.html).toContain('Invalid origin');
    expect(page.html).not.toContain('data-tell');
  },
);

test('the script may be loaded by any page', async () => {
  const emulator = await testEmulator();
  const script = await fetch(`${emulator.hostedUrl}/sdk.js`);
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});
