import { expect, test } from 'vitest';
import { ask, control } from '../testing/control';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { onboard } from '../testing/person';
import { waitFor } from '../testing/wait-for';

const waitsForYou = '4000220000009098';
const destination = '4242424242424242';

/** A transfer that nothing but a command settles. */
async function heldTransfer(emulator: TestEmulator) {
  const { auth, cardIds } = await onboard(emulator, { cards: [waitsForYou, destination] });
  const [source_id, destination_id] = cardIds;
  const json = { type: 'one-time', payment_type: 'debit', name: 'Rent', amount: 5 };
  await emulator.call('POST', '/v1/routines', {
    auth,
    json: { ...json, source_id, destination_id },
  });
  const id = await waitFor('the transfer', async () => {
    const { body } = await emulator.call('GET', '/v1/transfers', { auth });
    const [transfer] = Array.isArray(body['transfers']) ? body['transfers'] : [];
    return transfer?.id;
  });
  const read = async () => (await emulator.call('GET', `/v1/transfers/${id}`, { auth })).body;
  return { id: String(id), read };
}

test('a transfer settles when told, is disputed, and the dispute is decided', async () => {
  const emulator = await testEmulator();
  const { id, read } = await heldTransfer(emulator);
  expect(await read()).toMatchObject({ status: 'pending' });
  await control(emulator, 'transfer settle', { id });
  expect(await read()).toMatchObject({ status: 'processed' });
  const { opened } = await control(emulator, 'chargeback open', { id });
  expect(await read()).toMatchObject({ chargeback: { cb_id: opened, dispute_status: 'Open' } });
  await control(emulator, 'chargeback decide', { id: opened, for: 'won' });
  expect(await read()).toMatchObject({ chargeback: { dispute_status: 'Won' } });
  await waitFor('the webhooks', () => {
    const created = emulator.receiver.ofType('chargeback_created')[0];
    const updated = emulator.receiver.ofType('chargeback_updated')[0];
    return created?.event.resource_parent_id === id && updated?.event.resource_id === opened;
  });
  const again = await ask(emulator, 'chargeback decide', { id: opened, for: 'lost' });
  expect(again.status).toBe(400);
});

test('a transfer fails for a reason of one’s choice, and only while it is pending', async () => {
  const emulator = await testEmulator();
  const { id, read } = await heldTransfer(emulator);
  await control(emulator, 'transfer fail', { id, reason: 'limit_exceeded' });
  expect(await read()).toMatchObject({ status: 'failed', failure_reason: 'limit_exceeded' });
  expect((await ask(emulator, 'transfer settle', { id })).status).toBe(409);
  expect((await ask(emulator, 'transfer return', { id, code: 'R01' })).status).toBe(400);
});

test('money arrives at a payment instrument, with its amount as Python writes it', async () => {
  const emulator = await testEmulator();
  const auth = emulator.basic;
  const list = async () => (await emulator.call('GET', '/v1/payment_instruments', { auth })).body;
  const [first] = Object(await list()).payment_instruments;
  const pay = { instrument: first.id, amount: '1234', type: 'Wires' };
  await control(emulator, 'inbound-payment', pay);
  const [after] = Object(await list()).payment_instruments;
  expect(after.current_balance).toBe(first.current_balance + 1234);
  const [webhook] = await waitFor('the webhook', () => {
    const received = emulator.receiver.ofType('inbound_payment_received');
    return received.length > 0 && received;
  });
  expect(webhook?.body).toContain('"metadata": {"amount": 1234.0, "type": "Wires"}');
  expect((await ask(emulator, 'inbound-payment', { ...pay, instrument: 'none' })).status).toBe(404);
});
