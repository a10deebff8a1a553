import { expect, test } from 'vitest';
import { payLink } from '../engine/pay-link';
import { addAccount, addPerson, addTestCard, moneyWorld, typedCard } from '../testing/money-world';

const good = '4000056655665556';

function seller() {
  const here = moneyWorld();
  const person = addPerson(here);
  const card = addTestCard(here, person.userId);
  const create = (change: Record<string, unknown> = {}) =>
    here.call('POST', '/v1/payment_links', person.auth, {
      name: 'Invoice 7',
      amount: 12.34,
      destination_id: card,
      ...change,
    });
  const pay = (id: string, number = good) =>
    here.inTransaction(() => {
      const link = here.world.store.paymentLinks.get(id);
      if (link === undefined) throw new Error('No such link.');
      return payLink(here.world, link, typedCard(number));
    });
  const read = (id: string) => here.call('GET', `/v1/payment_links/${id}`, person.auth).body;
  return { ...here, here, ...person, card, create, pay, read };
}

test('a link is paid by anybody with a card, once, and the payment is the seller’s transfer', () => {
  const { create, pay, read, moveTo, call, auth, webhooks, world, card } = seller();
  const { id, body } = create();
  expect(body).toMatchObject({
    status: 'active',
    url: `http://127.0.0.1:4012/pay/${id}`,
    transfer_id: null,
  });
  const first = pay(id);
  expect(pay(id)).toEqual({ fault: 'A payment is on its way already.' });
  expect(call('POST', `/v1/payment_links/${id}/cancel`, auth).status).toBe(400);
  moveTo('2026-11-23T14:10:00Z');
  const transferId = 'transfer' in first ? first.transfer.id : '';
  expect(read(id)).toMatchObject({ status: 'paid', transfer_id: transferId });
  expect(call('GET', `/v1/transfers/${transferId}`, auth).body).toMatchObject({
    status: 'processed',
    amount: 12.34,
    routine_name: 'Invoice 7',
    destination_id: card,
  });
  expect(pay(id)).toEqual({ fault: 'This link has been paid already.' });
  expect(webhooks(id)).toEqual(['payment_link_created', 'payment_link_updated']);
  expect(webhooks(transferId)).toEqual(['transfer_created', 'transfer_updated']);
  expect(world.store.balances.get(`card:${card}`)?.cents).toBe(12_34);
  const list = call('GET', '/v1/payment_links', auth).body;
  expect(list).toMatchObject({ count: 1, payment_links: [{ id }] });
});

test('a declined card leaves the link open, and one for many is paid many times', () => {
  const { create, pay, read, moveTo, here, userId } = seller();
  const account = addAccount(here, userId);
  const { id } = create({ single_use: false, destination_id: account });
  pay(id, '4758330000005055');
  moveTo('2026-11-23T14:10:00Z');
  expect(here.world.store.transfers.all()[0]?.status).toBe('failed');
  for (const until of ['2026-11-23T19:00:00Z', '2026-11-23T23:00:00Z']) {
    expect(pay(id)).toHaveProperty('transfer');
    moveTo(until);
  }
  expect(read(id)['status']).toBe('active');
  expect(here.world.store.balances.get(`account:${account}`)?.cents).toBe(24_68);
});

test('a link ends on its day or when it is cancelled, and can then not be paid', () => {
  const { create, pay, read, moveTo, call, auth, webhooks } = seller();
  const expiring = create({ expires_at: '2026-11-24T00:00:00+00:00' }).id;
  const cancelled = create().id;
  const answer = call('POST', `/v1/payment_links/${cancelled}/cancel`, auth);
  expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  expect(call('POST', `/v1/payment_links/${cancelled}/cancel`, auth).status).toBe(400);
  expect(pay(cancelled)).toHaveProperty('fault');
  moveTo('2026-11-24T00:00:00Z');
  expect(read(expiring)['status']).toBe('expired');
  expect(pay(expiring)).toHaveProperty('fault');
  expect(webhooks(expiring)).toEqual(['payment_link_created', 'payment_link_updated']);
});

test('a payment that began in time is still a payment after the link has ended', () => {
  const { create, pay, read, moveTo } = seller();
  const paid = create({ expires_at: '2026-11-23T14:00:10Z' }).id;
  const declined = create({ expires_at: '2026-11-23T14:00:10Z' }).id;
  pay(paid);
  pay(declined, '4758330000005055');
  moveTo('2026-11-23T14:00:20Z');
  expect(read(paid)['status']).toBe('active');
  moveTo('2026-11-23T14:01:00Z');
  expect([read(paid)['status'], read(declined)['status']]).toEqual(['paid', 'expired']);
});

test('a link cannot end in the past, pay somebody else, or be read by them', () => {
  const { create, call, here } = seller();
  const stranger = addPerson(here);
  const theirs = addTestCard(here, stranger.userId);
  expect(create({ expires_at: '2026-11-23T13:59:59Z' }).status).toBe(400);
  expect(create({ destination_id: theirs }).status).toBe(400);
  expect(create({ client_correlation_id: 'ninechars' }).status).toBe(400);
  const { id } = create();
  expect(call('GET', `/v1/payment_links/${id}`, stranger.auth).status).toBe(404);
});

test('a card that allows no payments is told so', () => {
  const { create, pay, world } = seller();
  expect(pay(create().id, '4000000000001117')).toEqual({
    fault: 'This card does not allow payments. Try another one.',
  });
  expect(world.store.transfers.size).toBe(0);
});
