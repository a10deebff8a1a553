import { expect, test } from 'vitest';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { bearer, createIntent, decided, onboard, person } from '../testing/person';

const verification = '/v1/partner/identity/verification';

async function sessionToken(emulator: TestEmulator, json: unknown): Promise<string> {
  const answer = await emulator.call('POST', verification, { auth: emulator.basic, json });
  expect([answer.status, answer.body]).toEqual([200, { token: expect.any(String) }]);
  return String(answer.body.token);
}

function authorize(emulator: TestEmulator, token: string, consent = 'true') {
  const fields = { token, user_consent_captured: consent };
  return emulator.form('/v1/partner/identity/token', fields);
}

test('a session token authorizes a person without any page, once', async () => {
  const emulator = await testEmulator();
  const intentId = await createIntent(emulator, person());
  await decided(emulator, intentId);
  const token = await sessionToken(emulator, { user_intent_id: intentId });
  const answer = await authorize(emulator, token);
  expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 7200 } });
  const user = await emulator.call('GET', '/v1/user', { auth: bearer(answer) });
  const intent = await emulator.call('GET', `/v1/user_intent/${intentId}`, {
    auth: emulator.basic,
  });
  expect(intent.body).toMatchObject({ status: 'converted_to_user', user_id: user.id });
  const again = await authorize(emulator, token);
  expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('consent that was not asked for, and a person who was turned down, get no tokens', async () => {
  const emulator = await testEmulator();
  const { userId } = await onboard(emulator);
  const token = await sessionToken(emulator, { user_id: userId });
  const unasked = await authorize(emulator, token, 'false');
  expect(unasked).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  const rejected = person({ date_of_birth: '1970-01-01', phone: '+15557770002' });
  const intentId = await createIntent(emulator, rejected);
  await decided(emulator, intentId);
  const refused = await authorize(
    emulator,
    await sessionToken(emulator, { user_intent_id: intentId }),
  );
  expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a session token is for exactly one who exists', async () => {
  const emulator = await testEmulator();
  const { userId, intentId } = await onboard(emulator);
  for (const json of [
    {},
    { user_id: userId, user_intent_id: intentId },
    { user_id: 'nobody' },
    { user_intent_id: 'nothing' },
    { business_profile_id: 'nothing' },
  ]) {
    const answer = await emulator.call('POST', verification, { auth: emulator.basic, json });
    expect([json, answer.status]).toEqual([json, 400]);
  }
});
