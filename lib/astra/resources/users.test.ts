import { describe, expect, test } from 'vitest';
import { answeringClient, bearer, sent } from '../testing/answering-client';
import { accessToken, errorOf, scriptedClient } from '../testing/test-client';

describe('a user', () => {
  test('is read as whoever the token belongs to', async () => {
    const wire = { id: 'u', status: 'approved', phone: '+15557771234', kyb_type: null };
    const scripted = answeringClient(200, wire);
    expect(await scripted.astra.users.me({ accessToken })).toEqual(wire);
    expect(sent(scripted)).toEqual({
      call: 'GET https://api.example.com/v1/user',
      authorization: bearer,
      type: null,
      body: '',
    });
  });

  test('has capabilities, of which an unlimited one has no number', async () => {
    const wire = {
      account_to_account: { max_settlement_speed: 'T+4' },
      account_to_card: { is_eligible: false },
      card_to_card: { transfer_count_limit: null },
    };
    const scripted = answeringClient(200, wire);
    expect(await scripted.astra.users.capabilities({ accessToken, userId: 'u' })).toEqual(wire);
    expect(sent(scripted).call).toBe('GET https://api.example.com/v1/users/u/capabilities');
  });

  test('asks for another identity check', async () => {
    const scripted = answeringClient(200, null);
    const asked = await scripted.astra.users.upgradeKycType({
      accessToken,
      kyc_type: 'verified',
      ssn: '123456789',
      date_of_birth: '1985-02-03',
    });
    expect(asked).toBeUndefined();
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/upgrade_kyc_type',
      authorization: bearer,
      type: 'application/json',
      body: '{"kyc_type":"verified","ssn":"123456789","date_of_birth":"1985-02-03"}',
    });
  });

  test('never asks for a lower one', async () => {
    const scripted = answeringClient(200, null);
    const kyc_type: 'verified' = JSON.parse('"receive-only"');
    const error = await errorOf(scripted.astra.users.upgradeKycType({ accessToken, kyc_type }));
    expect(error).toMatchObject({ fieldErrors: { kyc_type: [expect.any(String)] } });
    expect(scripted.calls).toHaveLength(0);
  });
});

describe('another phone number', () => {
  test('is asked for with its country code', async () => {
    const scripted = answeringClient(200, null);
    const { users } = scripted.astra;
    expect(await users.requestPhoneChange({ accessToken, phone: '+15557771234' })).toBeUndefined();
    expect(sent(scripted)).toMatchObject({
      call: 'POST https://api.example.com/v1/request_user_phone_number_update',
      body: '{"proposed_phone":"+15557771234"}',
    });
  });

  test.each(['5557771234', '+1 555 777 1234', '+155577712345', ''])(
    'is not asked for as %j',
    async (phone) => {
      const scripted = answeringClient(200, null);
      const error = await errorOf(scripted.astra.users.requestPhoneChange({ accessToken, phone }));
      expect(error).toMatchObject({ fieldErrors: { proposed_phone: [expect.any(String)] } });
      expect(scripted.calls).toHaveLength(0);
    },
  );

  test('can be followed', async () => {
    const scripted = answeringClient(200, {
      count: 1,
      phone_number_change_requests: [
        {
          id: 'p',
          proposed_phone: '+15557771234',
          status: 'pending',
          created: '2026-02-03T04:05:06',
        },
      ],
    });
    const list = scripted.astra.users.listPhoneChangeRequests({ accessToken });
    expect((await list.firstPage()).items).toEqual([
      {
        id: 'p',
        proposed_phone: '+15557771234',
        status: 'pending',
        created: new Date('2026-02-03T04:05:06Z'),
        updated: null,
      },
    ]);
    expect(sent(scripted).call).toBe('GET https://api.example.com/v1/phone_number_change_requests');
  });
});

describe('another address', () => {
  test('is sent without the parts that stay', async () => {
    const scripted = answeringClient(200, null);
    const address = { address1: '1 New Street', address2: undefined, city: 'Palo Alto' };
    const { users } = scripted.astra;
    expect(await users.requestAddressChange({ accessToken, address })).toBeUndefined();
    expect(sent(scripted)).toMatchObject({
      call: 'POST https://api.example.com/v1/request_address_change',
      body: '{"address1":"1 New Street","city":"Palo Alto"}',
    });
  });

  test.each([
    ['address1', {}],
    ['address2', { address1: '1 New Street', address2: '' }],
    ['address2', { address2: JSON.parse('null') }],
    ['state', { state: 'California' }],
    ['postal_code', { postal_code: '94304-1234' }],
  ])('with a wrong %s is not sent: %j', async (field, address) => {
    const scripted = answeringClient(200, null);
    const call = scripted.astra.users.requestAddressChange({ accessToken, address });
    expect(await errorOf(call)).toMatchObject({ fieldErrors: { [field]: [expect.any(String)] } });
    expect(scripted.calls).toHaveLength(0);
  });
});

describe('another e-mail address', () => {
  test('is set on the user', async () => {
    const scripted = answeringClient(200, {
      id: 'u',
      status: 'approved',
      email: 'new@example.com',
    });
    const user = await scripted.astra.users.updateEmail({
      accessToken,
      userId: 'u',
      email: 'new@example.com',
    });
    expect(user?.email).toBe('new@example.com');
    expect(sent(scripted)).toEqual({
      call: 'PATCH https://api.example.com/v1/users/u',
      authorization: bearer,
      type: 'application/json',
      body: '{"email":"new@example.com"}',
    });
  });

  test('is changed also when Astra answers with nothing', async () => {
    const scripted = scriptedClient([() => new Response(null)]);
    const change = { accessToken, userId: 'u', email: 'new@example.com' };
    expect(await scripted.astra.users.updateEmail(change)).toBeNull();
  });

  test('is not set to what is none', async () => {
    const scripted = answeringClient(200, {});
    const change = { accessToken, userId: 'u', email: 'new at example.com' };
    expect(await errorOf(scripted.astra.users.updateEmail(change))).toMatchObject({
      fieldErrors: { email: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });
});
