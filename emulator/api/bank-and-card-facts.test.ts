import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';

test('the sandbox knows nine beginnings of card numbers', async () => {
  const emulator = await testEmulator();
  const get = (bin: string) => emulator.call('GET', `/v1/bins/${bin}`, { auth: emulator.basic });
  for (const bin of '400000 400022 440393 460369 475833 498503 510805 520082 559430'.split(' ')) {
    expect(await get(bin)).toMatchObject({ status: 200, body: { bin, card_type: 'debit' } });
  }
  expect((await get('400005')).status).toBe(404);
});

test('a routing number tells which instant networks its bank takes', async () => {
  const emulator = await testEmulator();
  const get = (number: string) =>
    emulator.call('GET', `/v1/instant_payment_eligibility?routing_number=${number}`, {
      auth: emulator.basic,
    });
  expect((await get('222222226')).body).toEqual({
    routing_number: '222222226',
    rtp: true,
    fednow: true,
  });
  expect((await get('123456789')).body.errors).toHaveProperty('routing_number');
  expect((await get('')).status).toBe(400);
});

test('anybody may read the client’s name and addresses', async () => {
  const emulator = await testEmulator();
  const { status, body } = await emulator.call('GET', `/v1/client/${emulator.clientId}`);
  expect([status, body.name]).toEqual([200, 'Partner App']);
  expect((await emulator.call('GET', '/v1/client/other')).status).toBe(404);
});
