import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { portOf } from '../server/port-of';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { onboard } from '../testing/person';
import { waitFor } from '../testing/wait-for';

const numbers = {
  institution_id: 'astra_ins_100',
  name: 'Operating account',
  bank_account_type: 'checking',
  account_number: '0001234567',
  routing_number: '222222226',
};

function create(emulator: TestEmulator, auth: string, change: Record<string, unknown> = {}) {
  const json = { ...numbers, ...change };
  return emulator.call('POST', '/v1/accounts/create', { base: emulator.secureUrl, auth, json });
}

test('an account by number is made on the secure host and comes back without balances', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const made = await create(emulator, auth);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    id: expect.stringMatching(/^astra_generic_[0-9a-f]{32}$/),
    name: 'Operating account',
    mask: '4567',
    subtype: 'checking',
    connection_status: 'connected',
  });
  for (const absent of ['current_balance', 'available_balance', 'nickname', 'account_number']) {
    expect(made.body).not.toHaveProperty(absent);
  }
  const list = await emulator.call('GET', '/v1/accounts', { auth });
  expect(list.body).toMatchObject({ count: 1, accounts: [{ id: made.id, current_balance: null }] });
  const twice = await create(emulator, auth);
  expect(twice.body).toMatchObject({ code: 400, description: 'Account Already Exists' });
  const onApi = await emulator.call('POST', '/v1/accounts/create', { auth, json: numbers });
  expect(onApi.status).toBe(405);
});

test('accounts are told apart by their whole number, not by its last four digits', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const first = await create(emulator, auth, { account_number: '1111114567' });
  const second = await create(emulator, auth, { account_number: '2222224567' });
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.id).not.toBe(first.id);
});

test.each([
  ['routing_number', { routing_number: '123456789' }],
  ['routing_number', { routing_number: '12345678' }],
  ['account_number', { account_number: '123456' }],
  ['account_number', { account_number: '123456789012345678' }],
  ['bank_account_type', { bank_account_type: 'brokerage' }],
  ['institution_id', { institution_id: 'astra_ins_999' }],
])('an account with a wrong %s is refused by its name', async (field, change) => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const refused = await create(emulator, auth, change);
  expect([refused.status, refused.body.errors]).toEqual([400, { [field]: [expect.any(String)] }]);
});

test('an account is read and deleted by its owner alone', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const path = `/v1/accounts/${(await create(emulator, auth)).id}`;
  const stranger = await onboard(emulator, {
    change: { phone: '+15557770002', email: 'other@example.com' },
  });
  for (const method of ['GET', 'DELETE']) {
    expect((await emulator.call(method, path, { auth: stranger.auth })).status).toBe(404);
  }
  const deleted = await emulator.call('DELETE', path, { auth });
  expect([deleted.status, deleted.body]).toEqual([200, {}]);
  expect((await emulator.call('GET', path, { auth })).status).toBe(404);
});

test('an account from Plaid has balances and a month of transactions, and is taken once', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const link = (processor_token: string) =>
    emulator.call('POST', '/v1/accounts/processor_token', { auth, json: { processor_token } });
  const linked = await link('processor-sandbox-checking-1');
  expect([linked.status, Object.keys(linked.body)]).toEqual([200, ['id', 'institution_id']]);
  expect((await link('processor-sandbox-checking-2')).body.description).toBe(
    'Account Already Exists',
  );
  expect((await link('processor-sandbox-savings-1')).status).toBe(200);
  expect((await link('public-sandbox-1')).status).toBe(400);
  const { body } = await emulator.call('GET', `/v1/accounts/${linked.id}`, { auth });
  expect(body).toMatchObject({ current_balance: 2500, available_balance: 2500 });

  const query = `date_start=2000-01-01&date_end=2100-01-01&account_id=${linked.id}`;
  const first = await emulator.call('GET', `/v1/transactions?${query}&batch_size=4`, { auth });
  expect(first.body).toMatchObject({ more: true, transactions: { length: 4 } });
  const cursor = String(first.body.cursor);
  const rest = await emulator.call('GET', `/v1/transactions?${query}&cursor=${cursor}`, { auth });
  expect(rest.body).toMatchObject({ transactions: { length: 3 } });
  expect((await emulator.call('GET', '/v1/transactions', { auth })).status).toBe(400);
});

const balances = { available_balance: 1234, current_balance: -5 };

/** A partner whose balance endpoint answers $12.34, or this, and keeps what it was asked. */
async function balanceEndpoint(status = 200, body: unknown = balances) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(status).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { asked, url: `http://astra:p%40ss@127.0.0.1:${portOf(server)}/balance?v=1` };
}

test('the partner is asked for the balance of an account made by number, with both proofs', async () => {
  const partner = await balanceEndpoint();
  const emulator = await testEmulator({ settings: { balanceUrl: partner.url } });
  const { auth } = await onboard(emulator);
  const { id } = await create(emulator, auth);
  const account = await waitFor('the balance', async () => {
    const { body } = await emulator.call('GET', `/v1/accounts/${id}`, { auth });
    return body.available_balance !== null && body;
  });
  expect(account).toMatchObject({ available_balance: 12.34, current_balance: -0.05 });
  const [request] = partner.asked;
  expect(request?.url).toBe(`/balance?v=1&account_id=${id}`);
  expect(request?.headers).toMatchObject({
    authorization: `Basic ${Buffer.from('astra:p@ss').toString('base64')}`,
    'astra-public-key': 'astra_ins_100',
    'astra-key-signature': createHmac('sha256', emulator.clientSecret).update(id).digest('hex'),
  });
});

test('a nudge with the right signature has the balance asked for again', async () => {
  const partner = await balanceEndpoint();
  const emulator = await testEmulator({ settings: { balanceUrl: partner.url } });
  const { auth } = await onboard(emulator);
  const { id } = await create(emulator, auth);
  await waitFor('the first question', async () => partner.asked.length === 1);
  const body = JSON.stringify({
    institution_id: 'astra_ins_100',
    resource_id: id,
    event_type: 'balance_update',
  });
  const nudge = async (secret: string) => {
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const answer = await fetch(`${emulator.apiUrl}/v1/webhook/customer_event`, {
      method: 'POST',
      headers: { authorization: emulator.basic, 'x-daylight-signature': signature },
      body,
    });
    return answer.status;
  };
  expect(await nudge('another secret')).toBe(401);
  expect(await nudge(emulator.clientSecret)).toBe(200);
  await waitFor('the second question', async () => partner.asked.length === 2);
});

test.each([
  [404, { error: 404 }, 'the partner answered 404'],
  [200, { available_balance: '12' }, "the partner's answer holds no balance"],
])('a partner that answers %d and no balance is told of in one plain line', async (...row) => {
  const [status, body, sentence] = row;
  const partner = await balanceEndpoint(status, body);
  const emulator = await testEmulator({ settings: { balanceUrl: partner.url } });
  const { auth } = await onboard(emulator);
  const { id } = await create(emulator, auth);
  await waitFor('the line', async () => emulator.logged.length > 0);
  expect(emulator.logged.splice(0)).toEqual([`balance of ${id}: ${sentence}`]);
});
