import { expect, test } from 'vitest';
import { redirectUri, testEmulator } from '../testing/emulator';
import {
  authenticate,
  authorizeUrl,
  createIntent,
  decided,
  onboard,
  person,
} from '../testing/person';
import { submit, visit } from '../testing/visitor';
import { mostWrongTries } from './sms';

const phone = '5557771234';

test.each([
  ['an unknown client', { client_id: 'somebody-else' }, 'Invalid client_id'],
  ['an unregistered address', { redirect_uri: 'https://evil.example/' }, 'Invalid redirect_uri'],
  [
    'an address that only begins like ours',
    { redirect_uri: `${redirectUri}/x` },
    'Invalid redirect_uri',
  ],
  ['another response type', { response_type: 'token' }, 'response_type'],
  ['an unknown intent', { user_intent_id: 'nobody' }, 'Invalid user_intent_id'],
  ['an unknown user', { user_id: 'nobody' }, 'Invalid user_id'],
])('a link with %s shows an error and leads nowhere', async (_what, query, text) => {
  const emulator = await testEmulator();
  const page = await visit(authorizeUrl(emulator, query));
  expect(page.status).toBe(400);
  expect(page.left).toBeUndefined();
  expect(page.heading).toBe('This link doesn’t work');
  expect(page.html).toContain(text);
  expect(page.html).not.toContain('evil.example');
});

test('a phone that is not the one of the person in the link gets Astra’s own error', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  for (const wrong of ['5550001111', '+15557771234', '555-777-1234']) {
    const page = await visit(authorizeUrl(emulator, { user_intent_id: intentId, phone: wrong }));
    expect(page.status).toBe(400);
    expect(page.heading).toBe('Token Authentication Required');
  }
});

test('a typed number other than the one on file is refused beside the field', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  const terms = await visit(authorizeUrl(emulator, { user_intent_id: intentId }));
  const number = await submit(terms, 'Authorize');
  const short = await submit(number, 'Send code', { phone: '12345' });
  expect(short.html).toContain('Enter a US phone number with ten digits');
  const other = await submit(number, 'Send code', { phone: '5550001111' });
  expect(other.html).toContain('This is not the number you signed up with');
  expect(other.html).toContain('aria-invalid="true"');
  expect(await emulator.console.sms()).toEqual([]);
});

test('a locked number cannot be changed by sending another', async () => {
  const emulator = await testEmulator();
  const query = { phone, phone_read_only: 'true' };
  const number = await submit(await visit(authorizeUrl(emulator, query)), 'Authorize');
  await submit(number, 'Send code', { phone: '5550001111' });
  expect(await emulator.console.sms()).toMatchObject([{ phone: '+15557771234' }]);
});

test('five wrong codes end the code, and a new one works', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  await decided(emulator, intentId);
  const terms = await visit(authorizeUrl(emulator, { user_intent_id: intentId, phone }));
  const first = await submit(await submit(terms, 'Authorize'), 'Send code', { phone });
  const codes = () => emulator.console.sms(phone);
  const [sent] = await codes();
  const wrong = sent?.code === '000000' ? '111111' : '000000';
  let page = first;
  for (let tries = 0; tries < mostWrongTries; tries += 1) {
    page = await submit(page, 'Verify', { code: wrong });
  }
  expect(page.html).toContain('Too many wrong codes');
  const late = await submit(page, 'Verify', { code: sent?.code ?? '' });
  expect(late.heading).toBe('Enter the code');
  const again = await submit(late, 'Send a new code');
  const [fresh] = await codes();
  const connect = await submit(again, 'Verify', { code: fresh?.code ?? '' });
  expect(connect.heading).toBe('Connect New Debit Card');
});

test('a flow that nobody started, or that is long over, shows a page that says so', async () => {
  const emulator = await testEmulator();
  const page = await visit(`${emulator.hostedUrl}/flow/made-up/card`);
  expect(page.status).toBe(410);
  expect(page.heading).toBe('This page has expired');
});

test('a step that is still ahead cannot be reached by its address', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  const terms = await visit(authorizeUrl(emulator, { user_intent_id: intentId }));
  for (const step of ['code', 'connect', 'card', 'done']) {
    const page = await visit(terms.url.replace(/terms$/, step));
    expect(page.url).toBe(terms.url);
  }
});

test('pages may be framed by, and post towards, the registered partner only', async () => {
  const emulator = await testEmulator({
    settings: { redirectUris: [redirectUri, 'https://app.partner.example/back?x=1'] },
  });
  const page = await visit(authorizeUrl(emulator, {}));
  const policy = page.headers.get('content-security-policy') ?? '';
  const partners = 'http://localhost:3000 https://app.partner.example';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`frame-ancestors ${partners}`);
  expect(policy).toContain(`form-action 'self' ${partners}`);
});

test('linking a card comes back with the state and no code', async () => {
  const emulator = await testEmulator({
    settings: { redirectUris: [redirectUri, `${redirectUri}?from=astra`] },
  });
  const { userId } = await onboard(emulator);
  const query = {
    client_id: emulator.clientId,
    redirect_uri: `${redirectUri}?from=astra`,
    user_id: userId,
    phone,
    phone_read_only: 'true',
    state: 'one',
  };
  const url = `${emulator.hostedUrl}/cards/connect?${new URLSearchParams(query)}`;
  const connect = await authenticate(emulator, url, phone);
  expect(connect.heading).toBe('Connect New Debit Card');
  const { left } = await submit(connect, 'Skip');
  expect(left?.href).toBe(`${redirectUri}?from=astra&state=one`);
});
