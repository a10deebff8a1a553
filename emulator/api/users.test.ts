import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import { onboard } from '../testing/person';
import { waitFor } from '../testing/wait-for';

const post = '/v1/request_user_phone_number_update';

test('a phone number changes once in 30 days, after a review, and the intent keeps the old one', async () => {
  const emulator = await testEmulator();
  const { auth, intentId, userId } = await onboard(emulator);
  const json = { proposed_phone: '+15557779999' };
  const asked = await emulator.call('POST', post, { auth, json });
  expect([asked.status, asked.body]).toEqual([200, {}]);
  const again = await emulator.call('POST', post, { auth, json });
  expect(again).toMatchObject({ status: 400, body: { name: 'Bad Request' } });

  const user = await waitFor('the new number', async () => {
    const { body } = await emulator.call('GET', '/v1/user', { auth });
    return body.phone === '+15557779999' && body;
  });
  expect(user.id).toBe(userId);
  const intent = await emulator.call('GET', `/v1/user_intent/${intentId}`, {
    auth: emulator.basic,
  });
  expect(intent.body.phone).toBe('+15557771234');
  const list = await emulator.call('GET', '/v1/phone_number_change_requests', { auth });
  expect(list.body).toMatchObject({
    count: 1,
    phone_number_change_requests: [
      { status: 'approved', current_phone: '+15557771234', proposed_phone: '+15557779999' },
    ],
  });
});

test('a number that is somebody else’s is rejected', async () => {
  const emulator = await testEmulator();
  await onboard(emulator);
  const other = { phone: '+15557770002', email: 'other@example.com' };
  const { auth } = await onboard(emulator, { change: other });
  await emulator.call('POST', post, { auth, json: { proposed_phone: '+15557771234' } });
  await waitFor('the decision', async () => {
    const { body } = await emulator.call('GET', '/v1/phone_number_change_requests', { auth });
    return JSON.stringify(body).includes('"rejected"');
  });
  expect((await emulator.call('GET', '/v1/user', { auth })).body.phone).toBe('+15557770002');
});

test('an address changes twice in 120 days, in parts that are never empty', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const change = (json: unknown) =>
    emulator.call('POST', '/v1/request_address_change', { auth, json });
  for (const [field, json] of [
    ['address2', { city: 'Reno', address2: '' }],
    ['address2', { city: 'Reno', address2: null }],
    ['state', { state: 'Nevada' }],
    ['address1', {}],
  ] as const) {
    const { status, body } = await change(json);
    expect([status, body.errors]).toMatchObject([400, { [field]: [expect.any(String)] }]);
  }
  expect((await change({ city: 'Reno', state: 'NV', postal_code: '89501' })).status).toBe(200);
  expect((await change({ address2: 'Apt 2' })).status).toBe(200);
  expect((await change({ address2: 'Apt 3' })).status).toBe(400);
});

test('the third change of the e-mail address lowers what a person may do', async () => {
  const emulator = await testEmulator();
  const { auth, userId } = await onboard(emulator);
  const path = `/v1/users/${userId}`;
  const capabilities = async () =>
    (await emulator.call('GET', `${path}/capabilities`, { auth })).body;
  for (const [email, isLowered] of [
    ['one@example.com', false],
    ['two@example.com', false],
    ['three@example.com', true],
  ] as const) {
    const changed = await emulator.call('PATCH', path, { auth, json: { email } });
    expect(changed).toMatchObject({ status: 200, body: { id: userId, email } });
    expect(await capabilities()).toEqual({
      account_to_account: { max_settlement_speed: isLowered ? 'T+4' : 'real-time' },
      account_to_card: { is_eligible: !isLowered },
      card_to_card: { transfer_count_limit: isLowered ? 1 : null },
    });
  }
});

test('nobody is changed or looked at with somebody else’s token', async () => {
  const emulator = await testEmulator();
  const { userId } = await onboard(emulator);
  const other = { phone: '+15557770002', email: 'other@example.com' };
  const { auth } = await onboard(emulator, { change: other });
  const json = { email: 'mine@example.com' };
  expect((await emulator.call('PATCH', `/v1/users/${userId}`, { auth, json })).status).toBe(404);
  const path = `/v1/users/${userId}/capabilities`;
  expect((await emulator.call('GET', path, { auth })).status).toBe(404);
});

test('a kind of identity check is exchanged upwards only, with what it needs', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator, { change: { kyc_type: 'unverified' } });
  const upgrade = (json: unknown) => emulator.call('POST', '/v1/upgrade_kyc_type', { auth, json });
  const incomplete = await upgrade({ kyc_type: 'verified', ssn: '1234' });
  expect(incomplete.body.errors).toEqual({ date_of_birth: [expect.any(String)] });
  const whole = { kyc_type: 'verified', ssn: '1234', date_of_birth: '1985-02-03' };
  expect((await upgrade(whole)).status).toBe(200);
  expect((await emulator.call('GET', '/v1/user', { auth })).body.kyc_type).toBe('verified');
  expect((await upgrade(whole)).status).toBe(400);
  expect((await upgrade({ kyc_type: 'unverified' })).status).toBe(400);
});
