import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { answeringClient, basic, bearer, sent } from '../testing/answering-client';
import { accessToken, errorOf, testSecret } from '../testing/test-client';
import type { CreateAccount } from './accounts';

const wire = {
  id: 'astra_generic_1',
  official_name: 'Gold Checking',
  mask: '1111',
  current_balance: -12.5,
  available_balance: 1234,
  last_balance_update_on: '2026-02-03T04:05:06.789012',
  connection_status: 'connected',
};
const account: CreateAccount = {
  institution_id: 'astra_ins_001',
  name: 'Savings for a boat',
  bank_account_type: 'savings',
  account_number: '0001234567',
  routing_number: '222222226',
};

describe('bank accounts', () => {
  test('have balances in cents, below zero as well', async () => {
    const { astra } = answeringClient(200, wire);
    expect(await astra.accounts.get({ accessToken, id: 'a' })).toEqual({
      id: 'astra_generic_1',
      official_name: 'Gold Checking',
      mask: '1111',
      current_balance_cents: -1250,
      available_balance_cents: 123_400,
      last_balance_update_on: new Date('2026-02-03T04:05:06.789Z'),
      connection_status: 'connected',
    });
  });

  test('that no bank tells about have none', async () => {
    const { astra } = answeringClient(200, { id: 'a', current_balance: null });
    expect(await astra.accounts.get({ accessToken, id: 'a' })).toMatchObject({
      current_balance_cents: null,
      available_balance_cents: null,
      last_balance_update_on: null,
    });
  });

  test('with a balance that is not exact are not guessed at', async () => {
    const balances = { available_balance: 0.005, current_balance: 100.1 - 100 - 0.1 };
    const { astra } = answeringClient(200, { ...wire, ...balances });
    expect(await astra.accounts.get({ accessToken, id: 'a' })).toMatchObject({
      available_balance_cents: null,
      current_balance_cents: 0,
    });
  });

  test('are listed for their owner', async () => {
    const scripted = answeringClient(200, { count: 1, accounts: [wire] });
    const page = await scripted.astra.accounts.list({ accessToken, pageSize: 100 }).firstPage();
    expect(page.items).toHaveLength(1);
    expect(sent(scripted)).toMatchObject({
      call: 'GET https://api.example.com/v1/accounts?batch_size=100',
      authorization: bearer,
    });
  });

  test('are removed without an answer', async () => {
    const scripted = answeringClient(200, null);
    expect(await scripted.astra.accounts.delete({ accessToken, id: 'a' })).toBeUndefined();
    expect(sent(scripted).call).toBe('DELETE https://api.example.com/v1/accounts/a');
  });
});

describe('an account by its numbers', () => {
  test('goes to the secure host', async () => {
    const scripted = answeringClient(201, { id: 'a', mask: '4567' });
    const made = await scripted.astra.accounts.create({ accessToken, account });
    expect(made).toMatchObject({ id: 'a', mask: '4567', current_balance_cents: null });
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://secure.example.com/v1/accounts/create',
      authorization: bearer,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toEqual(account);
  });

  test.each([
    ['account_number', { account_number: '123456' }],
    ['account_number', { account_number: '1'.repeat(18) }],
    ['account_number', { account_number: '1234-5678' }],
    ['routing_number', { routing_number: '22222222' }],
    ['routing_number', { routing_number: '2222222260' }],
    ['name', { name: '' }],
    ['institution_id', { institution_id: '' }],
  ])('with a wrong %s is not sent: %j', async (field, change) => {
    const scripted = answeringClient(201, { id: 'a' });
    const call = scripted.astra.accounts.create({
      accessToken,
      account: { ...account, ...change },
    });
    expect(await errorOf(call)).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { [field]: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });

  test.each(['1234567', '1'.repeat(17)])('may have %s', async (account_number) => {
    const scripted = answeringClient(201, { id: 'a' });
    await scripted.astra.accounts.create({ accessToken, account: { ...account, account_number } });
    expect(scripted.calls).toHaveLength(1);
  });
});

describe('an account from Plaid', () => {
  test('is added by its token, on the ordinary host', async () => {
    const scripted = answeringClient(200, { id: 'a', institution_id: 'astra_ins_131' });
    const made = await scripted.astra.accounts.createByProcessorToken({
      accessToken,
      processor_token: 'processor-sandbox-1',
    });
    expect(made).toEqual({ id: 'a', institution_id: 'astra_ins_131' });
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/accounts/processor_token',
      authorization: bearer,
      type: 'application/json',
      body: '{"processor_token":"processor-sandbox-1"}',
    });
  });
});

describe('news of a balance', () => {
  test('are the partner’s own, and signed over exactly what is sent', async () => {
    const scripted = answeringClient(200, null);
    const told = await scripted.astra.accounts.sendBalanceUpdate({
      accountId: 'astra_generic_1',
      institutionId: 'astra_ins_001',
    });
    expect(told).toBeUndefined();
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/webhook/customer_event',
      authorization: basic,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toEqual({
      institution_id: 'astra_ins_001',
      resource_id: 'astra_generic_1',
      event_type: 'balance_update',
    });
    const signature = createHmac('sha256', testSecret).update(body).digest('hex');
    const headers = new Headers(scripted.calls[0]?.init.headers);
    expect(headers.get('x-daylight-signature')).toBe(signature);
  });
});

describe('whether a bank takes instant payments', () => {
  test('is asked by routing number, by the partner', async () => {
    const answer = { routing_number: '222222226', rtp: true, fednow: false };
    const scripted = answeringClient(200, answer);
    expect(await scripted.astra.accounts.instantPaymentEligibility('222222226')).toEqual(answer);
    expect(sent(scripted)).toMatchObject({
      call: 'GET https://api.example.com/v1/instant_payment_eligibility?routing_number=222222226',
      authorization: basic,
    });
  });

  test('is not asked about what is no routing number', async () => {
    const scripted = answeringClient(200, {});
    const call = scripted.astra.accounts.instantPaymentEligibility('22222222');
    expect(await errorOf(call)).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { routing_number: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });
});
