import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import {
  authenticate,
  authorizeUrl,
  bearer,
  createIntent,
  decided,
  exchange,
  onboard,
  person,
} from '../testing/person';
import { submit, visit } from '../testing/visitor';
import { waitFor } from '../testing/wait-for';

const phone = '5557771234';

test.each([
  ['Edmund Hillary', {}, 'approved'],
  ['anybody else', { first_name: 'Ada', last_name: 'Lovelace' }, 'approved'],
  ['the rejected birth date', { date_of_birth: '1970-01-01' }, 'rejected'],
  ['the rejected phone', { phone: '+12025551111' }, 'rejected'],
  ['the first name retry', { first_name: 'retry' }, 'retry'],
  ['the first name document', { first_name: 'document' }, 'document'],
])('%s is pending and then decided, and a webhook says so', async (_who, change, status) => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person({ ...change, metadata: { plan: 'é' } }));
  const early = await emulator.call('GET', `/v1/user_intent/${intentId}`, { auth: emulator.basic });
  expect(early.body).toMatchObject({ status: 'pending', user_id: null });
  expect((await decided(emulator, intentId)).status).toBe(status);
  const [webhook] = await waitFor('the webhook', () => {
    const sent = emulator.receiver.ofType('user_intent_updated');
    return sent.length > 0 && sent;
  });
  expect(Object.keys(webhook?.event ?? {})).toEqual([
    'webhook_type',
    'webhook_id',
    'user_id',
    'resource_id',
    'metadata',
  ]);
  expect(webhook?.event).toMatchObject({ user_id: intentId, resource_id: intentId });
  expect(webhook?.body).toContain('"metadata": {"plan": "\\u00e9"}}');
});

test('a rejected person becomes a user but cannot authorize, and may not try again', async () => {
  const emulator = await testEmulator();
  const body = person({ date_of_birth: '1970-01-01' });
  const intentId = await createIntent(emulator, body);
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId, state: 's' });
  const page = await authenticate(emulator, url, phone);
  expect(page.heading).toBe('We can’t open an account for you');
  const { left } = await submit(page, 'Return to Partner App');
  expect(left?.search).toBe('?error=access_denied&state=s');
  const intent = await emulator.call('GET', `/v1/user_intent/${intentId}`, {
    auth: emulator.basic,
  });
  expect(intent.body.status).toBe('converted_to_user');
  const again = await emulator.call('POST', '/v1/user_intent', {
    auth: emulator.basic,
    json: person(),
  });
  expect(again.status).toBe(403);
  expect(again.body).toMatchObject({ code: 403, name: 'Forbidden' });
});

test('somebody asked to retry is approved after entering the details once more', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person({ first_name: 'retry' }));
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId, bypass_connect: 'true' });
  const page = await authenticate(emulator, url, phone);
  expect(page.heading).toBe('Check your details');
  const wrong = await submit(page, 'Submit', { date_of_birth: '1985-02-03', ssn_last_four: '12' });
  expect(wrong.html).toContain('Enter the last four digits');
  const { left } = await submit(page, 'Submit', {
    date_of_birth: '1985-02-03',
    ssn_last_four: '1234',
  });
  const tokens = await exchange(emulator, left);
  const auth = bearer(tokens);
  expect((await emulator.call('GET', '/v1/user', { auth })).body.status).toBe('approved');
  await waitFor('user_updated', () => emulator.receiver.ofType('user_updated').length === 1);
});

test('somebody asked for a document is approved after uploading one', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person({ first_name: 'document' }));
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId, bypass_connect: 'true' });
  const page = await authenticate(emulator, url, phone);
  expect(page.heading).toBe('Show your photo ID');
  const nothing = await submit(page, 'Upload', { document: new Blob([]) });
  expect(nothing.html).toContain('Choose a picture of your photo ID');
  const waiting = await submit(page, 'Upload', { document: new Blob(['a picture']) });
  expect(waiting.heading).toBe('Checking your details');
  const left = await waitFor('the approval', async () => (await visit(waiting.url)).left);
  expect((await exchange(emulator, left)).status).toBe(200);
});

test('an intent for a phone that already has a user logs into that user', async () => {
  const emulator = await testEmulator();
  const { userId } = await onboard(emulator);
  const intentId = await createIntent(emulator, person({ email: 'other@example.com' }));
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId });
  const tokens = await exchange(emulator, (await authenticate(emulator, url, phone)).left);
  const auth = bearer(tokens);
  expect((await emulator.call('GET', '/v1/user', { auth })).body.id).toBe(userId);
});
