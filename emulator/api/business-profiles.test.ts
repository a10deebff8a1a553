import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import { bearer } from '../testing/person';
import { waitFor } from '../testing/wait-for';

const address = { address1: '1 Main St', city: 'Reno', state: 'NV', postal_code: '89501' };
const admin = {
  first_name: 'Ada',
  last_name: 'Byron',
  email: 'ada@example.com',
  date_of_birth: '1980-12-10',
  ...address,
};
const business = {
  phone: '+15557770001',
  business_info: {
    business_type: 'llc',
    business_name: 'Engines LLC',
    ein: '12-3456789',
    ...address,
  },
  business_admin: admin,
  business_controller: { ...admin, title: 'CEO' },
};

test('a business is introduced, three times for one phone at most', async () => {
  const emulator = await testEmulator();
  const create = (json: unknown) =>
    emulator.call('POST', '/v1/business_profile', { auth: emulator.basic, json });
  const first = await create(business);
  expect([first.status, first.body]).toEqual([201, { id: expect.any(String) }]);
  const path = `/v1/business_profile/${first.id}`;
  const read = await emulator.call('GET', path, { auth: emulator.basic });
  expect(read.body).toMatchObject({
    ...business,
    id: first.id,
    user_id: null,
    kyb_type: 'verified',
  });
  expect((await create(business)).status).toBe(201);
  expect((await create(business)).status).toBe(201);
  expect((await create(business)).status).toBe(400);
});

test('everybody but a sole proprietor names a controller', async () => {
  const emulator = await testEmulator();
  const { business_controller: _, ...alone } = business;
  const create = (json: unknown) =>
    emulator.call('POST', '/v1/business_profile', { auth: emulator.basic, json });
  expect((await create(alone)).body.errors).toHaveProperty('business_controller');
  const business_info = { ...business.business_info, business_type: 'soleProprietorship' };
  expect((await create({ ...alone, business_info })).status).toBe(201);
});

test('a business becomes a user that people review', async () => {
  const emulator = await testEmulator();
  const auth = emulator.basic;
  const profile = await emulator.call('POST', '/v1/business_profile', { auth, json: business });
  const json = { business_profile_id: profile.id };
  const token = await emulator.call('POST', '/v1/partner/identity/verification', { auth, json });
  const answer = await emulator.form('/v1/partner/identity/token', {
    token: String(token.body.token),
    user_consent_captured: 'true',
  });
  const read = () => emulator.call('GET', '/v1/user', { auth: bearer(answer) });
  const user = await waitFor('the review', async () => {
    const { body } = await read();
    return body.status === 'approved' && body;
  });
  expect(user).toMatchObject({ first_name: 'Ada', kyb_type: 'verified', phone: business.phone });
  const path = `/v1/business_profile/${profile.id}`;
  const { body } = await emulator.call('GET', path, { auth });
  expect(body).toMatchObject({ user_id: user.id, status: 'approved' });
});
