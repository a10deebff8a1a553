import { expect, test } from 'vitest';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { addCard, onboard } from '../testing/person';
import { submit, visit } from '../testing/visitor';
import { waitFor } from '../testing/wait-for';

const fields = {
  card_number: '4000056655665556',
  expiration_date: '12/40',
  card_security_code: '123',
  first_name: 'Grace',
  last_name: 'Hopper',
  street_line_1: '1 Main St',
  city: 'Reno',
  state: 'NV',
  zip_code: '89501',
};

/** Somebody with a link over $12.34. */
async function seller(emulator: TestEmulator, change: Record<string, unknown> = {}) {
  const { auth } = await onboard(emulator);
  const card = await addCard(emulator, auth, '4242424242424242');
  const json = { name: 'A chair', amount: 12.34, destination_id: card.id, ...change };
  const { body, id } = await emulator.call('POST', '/v1/payment_links', { auth, json });
  return { auth, path: `/v1/payment_links/${id}`, url: String(body['url']) };
}

test('a payer pays on a link by card, once however often the form is sent', async () => {
  const emulator = await testEmulator();
  const { auth, path, url } = await seller(emulator);
  const page = await visit(url);
  expect(page.html).toContain('A chair');
  const paid = await submit(page, 'Pay $12.34', fields);
  expect(paid.html).toContain('Thank you');
  expect((await submit(page, 'Pay $12.34', fields)).html).toContain('Thank you');
  const read = () => emulator.call('GET', path, { auth });
  const done = await waitFor('the payment', async () => {
    const { body } = await read();
    return body['status'] === 'paid' && body;
  });
  const transfers = await emulator.call('GET', '/v1/transfers', { auth });
  expect(transfers.body).toMatchObject({ count: 1, transfers: [{ id: done['transfer_id'] }] });
  expect((await visit(url)).html).toContain('paid already');
});

test('a refused card keeps what was typed, without its number', async () => {
  const emulator = await testEmulator();
  const { url } = await seller(emulator);
  const page = await visit(url);
  const refused = await submit(page, 'Pay $12.34', { ...fields, card_number: '4000056655665557' });
  expect(refused.html).toContain('That card number is not right');
  expect(refused.html).toContain('value="Hopper"');
  expect(refused.html).not.toContain('4000056655665557');
  const noPull = { ...fields, card_number: '4000000000001117' };
  expect((await submit(refused, 'Pay $12.34', noPull)).html).toContain('does not allow payments');
});

test('a cancelled link, and one that never was, take no payment', async () => {
  const emulator = await testEmulator();
  const { auth, path, url } = await seller(emulator);
  await emulator.call('POST', `${path}/cancel`, { auth });
  expect((await visit(url)).html).toContain('This link is cancelled');
  expect((await fetch(`${emulator.hostedUrl}/pay/nothing`)).status).toBe(404);
});
