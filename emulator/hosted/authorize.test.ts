import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import {
  authenticate,
  authorizeUrl,
  bearer,
  cardFields,
  createIntent,
  decided,
  exchange,
  latestCode,
  onboard,
  person,
} from '../testing/person';
import { submit, visit } from '../testing/visitor';
import { waitFor } from '../testing/wait-for';

const phone = '5557771234';

test('a person authorizes, adds a card and comes back with a code that becomes tokens', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  expect((await decided(emulator, intentId)).status).toBe('approved');
  const query = { user_intent_id: intentId, phone, phone_read_only: 'true', state: 'abc+/= &' };

  const terms = await visit(authorizeUrl(emulator, query));
  const number = await submit(terms, 'Authorize');
  expect(number.html).toContain('value="(555) 777-1234"');
  expect(number.html).toContain(' readonly');
  const code = await submit(number, 'Send code');
  const connect = await submit(code, 'Verify', { code: await latestCode(emulator, phone) });
  expect(connect.heading).toBe('Connect New Debit Card');
  const card = await submit(connect, 'Add a card');
  expect(card.html).toContain('value="123 Astra Ave"');
  const { left } = await submit(card, 'Add card', cardFields());

  expect(left?.href.startsWith('http://localhost:3000/api/astra/callback?')).toBe(true);
  expect(left?.searchParams.get('state')).toBe('abc+/= &');
  expect(left?.searchParams.get('code')).toMatch(/^[A-Za-z0-9]{48}$/);
  expect(left?.searchParams.get('authorization_code')).toBe(left?.searchParams.get('code'));
  const tokens = await exchange(emulator, left);
  expect(tokens.status).toBe(200);
  const auth = bearer(tokens);
  const cards = (await emulator.call('GET', '/v1/cards', { auth })).body;
  expect(cards).toMatchObject({
    count: 1,
    cards: [{ status: 'approved', first_six_digits: '400005', last_four_digits: '5556' }],
  });
  const intent = (
    await emulator.call('GET', `/v1/user_intent/${intentId}`, { auth: emulator.basic })
  ).body;
  const user = (await emulator.call('GET', '/v1/user', { auth })).body;
  expect(intent).toMatchObject({ status: 'converted_to_user', user_id: user.id });
  expect(user).toMatchObject({ status: 'approved', email: 'edmund@example.com' });
});

test('skipping the card still gives a code', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId });
  const { left } = await submit(await authenticate(emulator, url, phone), 'Skip');
  expect((await exchange(emulator, left)).status).toBe(200);
});

test('debit_direct leads straight to the card form', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId, debit_direct: 'true' });
  expect((await authenticate(emulator, url, phone)).heading).toBe('Add your debit card');
});

test('somebody who has authorized before is not offered a card again', async () => {
  const emulator = await testEmulator();
  const { userId } = await onboard(emulator);
  const url = authorizeUrl(emulator, { user_id: userId, phone });
  expect((await authenticate(emulator, url, phone)).left?.searchParams.has('code')).toBe(true);
});

test('a known phone number alone logs its user in', async () => {
  const emulator = await testEmulator();
  const { userId } = await onboard(emulator);
  const { left } = await authenticate(emulator, authorizeUrl(emulator, {}), phone);
  const tokens = await exchange(emulator, left);
  const auth = bearer(tokens);
  expect((await emulator.call('GET', '/v1/user', { auth })).body.id).toBe(userId);
});

test('cancelling at any time leads back with access_denied and the state', async () => {
  const emulator = await testEmulator();
  const terms = await visit(authorizeUrl(emulator, { state: 'xyz' }));
  const { left } = await submit(terms, 'Cancel');
  expect(left?.search).toBe('?error=access_denied&state=xyz');
});

test('the last form sent twice, or again after Back, leads to the same place and adds one card', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId, debit_direct: 'true' });
  const form = await authenticate(emulator, url, phone);
  const first = await submit(form, 'Add card', cardFields());
  const second = await submit(form, 'Add card', cardFields());
  expect(second.left?.href).toBe(first.left?.href);
  const tokens = await exchange(emulator, first.left);
  const auth = bearer(tokens);
  expect((await emulator.call('GET', '/v1/cards', { auth })).body.count).toBe(1);
});

test('card mistakes are named beside the fields, and number and security code do not come back', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId, debit_direct: 'true' });
  const form = await authenticate(emulator, url, phone);
  const page = await submit(form, 'Add card', {
    ...cardFields('4000056655665557'),
    expiration_date: '01/20',
    card_security_code: '98765',
    zip_code: '9430',
    city: 'Menlo Park',
  });
  expect(page.html).toContain('That card number is not right');
  expect(page.html).toContain('This card has expired');
  expect(page.html).toContain('Enter the three or four digits');
  expect(page.html).toContain('Enter the five digits of the ZIP code');
  expect(page.html).toContain('value="Menlo Park"');
  expect(page.html).not.toContain('value="4000056655665557"');
  expect(page.html).not.toContain('98765');
});

test('a pending person waits on the pages until the check is through', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  const url = authorizeUrl(emulator, { user_intent_id: intentId, bypass_connect: 'true' });
  const page = await authenticate(emulator, url, phone);
  const left =
    page.left ?? (await waitFor('the decision', async () => (await visit(page.url)).left));
  expect((await exchange(emulator, left)).status).toBe(200);
});
