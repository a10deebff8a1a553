import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import {
  addCard,
  authenticate,
  authorizeUrl,
  cardFields,
  onboard,
  person,
} from '../testing/person';
import { submit } from '../testing/visitor';

const pages = [
  '',
  '/phone',
  '/mailbox',
  '/people',
  '/intents',
  '/businesses',
  '/cards',
  '/accounts',
  '/transactions',
  '/routines',
  '/transfers',
  '/chargebacks',
  '/batches',
  '/links',
  '/instruments',
  '/requests',
  '/webhooks',
  '/clock',
  '/faults',
  '/world',
  '/test-values',
];

test('every page of the console is there, cannot be framed and sets no cookie', async () => {
  const emulator = await testEmulator();
  await onboard(emulator, { cards: ['4000056655665556'] });
  for (const path of pages) {
    const answer = await fetch(`${emulator.hostedUrl}/console${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await answer.text()).toContain('aria-current="page"');
  }
});

test('what people and partners send as text is shown as text', async () => {
  const emulator = await testEmulator();
  const change = { first_name: '<script>alert(1)</script>', last_name: '"><b>' };
  const { userId, phone } = await onboard(emulator, { change });
  const query = { user_id: userId, debit_direct: 'true' };
  const form = await authenticate(emulator, authorizeUrl(emulator, query), phone);
  expect(form.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(form.html).not.toContain('<script>alert');
});

test('the request log holds no secret', async () => {
  const emulator = await testEmulator();
  const { auth, tokens } = await onboard(emulator);
  await addCard(emulator, auth, '4000056655665556');
  const log = await emulator.console.requests();
  const text = JSON.stringify(log);
  const secrets = [
    tokens.access_token,
    tokens.refresh_token,
    emulator.clientSecret,
    emulator.basic.slice(6),
    '4000056655665556',
    person().date_of_birth,
  ];
  for (const secret of secrets) expect(text).not.toContain(secret);
  const intent = log.find((row) => row.method === 'POST' && row.path === '/v1/user_intent');
  expect(JSON.parse(intent?.requestBody ?? '')).toMatchObject({
    first_name: 'Edmund',
    ssn: '[redacted]',
    date_of_birth: '[redacted]',
    state: 'CA',
  });
  const card = log.find((row) => row.site === 'secure');
  expect(card?.requestBody).toContain('400005…5556');
  expect(card?.requestBody).toContain('"card_security_code":"[redacted]"');
  const authorize = log.find((row) => row.path.startsWith('/login/oauth/authorize'));
  expect(authorize?.requestBody).toBe('');
});

test('no file of the emulator holds a card number, a security code, a birth date or an SSN', async () => {
  const emulator = await testEmulator();
  const change = { ssn: '987650321', date_of_birth: '1951-07-29' };
  const { auth, userId, phone } = await onboard(emulator, { change });
  await addCard(emulator, auth, '4242424242424242');
  const query = { user_id: userId, debit_direct: 'true' };
  const form = await authenticate(emulator, authorizeUrl(emulator, query), phone);
  await submit(form, 'Add card', { ...cardFields('4403930000003031'), card_security_code: '9173' });
  const journal = await readFile(join(emulator.settings.dataDir, 'journal.jsonl'), 'utf8');
  for (const secret of [
    '4242424242424242',
    '4403930000003031',
    '"9173"',
    '987650321',
    '1951-07-29',
  ]) {
    expect(journal).not.toContain(secret);
  }
  expect(journal).toContain('"lastFour":"3031"');
});

test('an open page is told what has changed', async () => {
  const emulator = await testEmulator();
  const stream = await fetch(`${emulator.hostedUrl}/console/events`);
  await onboard(emulator);
  let text = '';
  for await (const chunk of stream.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (text.includes('"sms"') && text.includes('"requests"')) break;
  }
  expect(text).toContain('data: [');
});
