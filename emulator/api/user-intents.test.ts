import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import { createIntent, person } from '../testing/person';

test('an intent is answered with its id alone and read back without what is private', async () => {
  const emulator = await testEmulator();
  const auth = emulator.basic;
  const created = await emulator.call('POST', '/v1/user_intent', { auth, json: person() });
  expect(created.status).toBe(201);
  expect(created.body).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  const { body } = await emulator.call('GET', `/v1/user_intent/${created.id}`, { auth });
  expect(body).toMatchObject({ first_name: 'Edmund', phone: '+15557771234', kyc_type: 'verified' });
  for (const name of ['ssn', 'date_of_birth', 'address1']) expect(body).not.toHaveProperty(name);
});

test('the fourth intent of one e-mail address is refused, however it is written', async () => {
  const emulator = await testEmulator();
  for (const email of ['a@example.com', 'A@example.com', 'a@EXAMPLE.com']) {
    await createIntent(emulator, person({ email }));
  }
  const fourth = await emulator.call('POST', '/v1/user_intent', {
    auth: emulator.basic,
    json: person({ email: 'a@example.com' }),
  });
  expect(fourth.status).toBe(400);
  expect(fourth.body).toMatchObject({ code: 400, name: 'Bad Request' });
});

test.each([
  ['address2', { address2: null }],
  ['address1', { address1: 'P.O. Box 12' }],
  ['phone', { phone: '5557771234' }],
  ['email', { email: 'nobody' }],
  ['date_of_birth', { date_of_birth: '02/03/1985' }],
  ['date_of_birth', { date_of_birth: undefined }],
  ['ssn', { ssn: '12-34' }],
  ['ssn', { ssn: undefined }],
  ['state', { state: 'California' }],
  ['postal_code', { postal_code: '943' }],
  ['ip_address', { ip_address: 'here' }],
  ['first_name', { first_name: '' }],
  ['middle_name', { middle_name: 'Percival' }],
  [
    'metadata',
    { metadata: Object.fromEntries(Array.from({ length: 26 }, (_, i) => [`k${i}`, 'v'])) },
  ],
])('a wrong %s is named in the answer', async (field, change) => {
  const emulator = await testEmulator();
  const answer = await emulator.call('POST', '/v1/user_intent', {
    auth: emulator.basic,
    json: person(change),
  });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ status_code: 400, code: 400, name: 'Bad Request' });
  expect(answer.body.errors).toEqual({ [field]: [expect.any(String)] });
});

test('unverified and receive-only people need less', async () => {
  const emulator = await testEmulator();
  await createIntent(emulator, person({ kyc_type: 'unverified', ssn: undefined }));
  const less = { kyc_type: 'receive-only', ssn: undefined, date_of_birth: undefined };
  await createIntent(emulator, person(less));
});

test('intents are for the client alone', async () => {
  const emulator = await testEmulator();
  for (const auth of ['Basic bm90OnJpZ2h0', 'Bearer x', '']) {
    const answer = await emulator.call('POST', '/v1/user_intent', { auth, json: person() });
    expect(answer.status).toBe(401);
  }
});
