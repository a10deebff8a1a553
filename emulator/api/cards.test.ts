import { expect, test } from 'vitest';
import { cardList, card as cardSchema } from '../contract';
import { testEmulator } from '../testing/emulator';
import { addCard, onboard } from '../testing/person';
import { waitFor } from '../testing/wait-for';

test('a card is created with what may be known of it, and webhooks follow', async () => {
  const emulator = await testEmulator();
  const { auth, userId } = await onboard(emulator);
  const created = await addCard(emulator, auth, '5108050000007075');
  expect(created.status).toBe(200);
  expect(cardSchema.parse(created.body)).toMatchObject({
    status: 'approved',
    card_company: 'Mastercard',
    first_six_digits: '510805',
    last_four_digits: '7075',
    expiration_date: '12/40',
    pull_enabled: true,
    push_enabled: true,
  });
  expect(JSON.stringify(created.body)).not.toContain('5108050000007075');
  const webhook = await waitFor('card_created', () => emulator.receiver.ofType('card_created')[0]);
  expect(webhook.event).toMatchObject({ user_id: userId, resource_id: created.body.id });
});

test('a flagged card is approved until its review, which a webhook announces', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const { id, body } = await addCard(emulator, auth, '4000000000001018');
  expect(body.status).toBe('approved');
  await waitFor('card_updated', () => emulator.receiver.ofType('card_updated')[0]);
  const read = await emulator.call('GET', `/v1/cards/${id}`, { auth });
  expect(read.body.status).toBe('flagged');
});

test('cards are listed newest first, in pages that meet without gap or overlap', async () => {
  const emulator = await testEmulator();
  const numbers = ['4000056655665556', '4242424242424242', '5108050000007075', '4403930000003031'];
  const { auth, cardIds } = await onboard(emulator, { cards: numbers });
  const seen: string[] = [];
  let cursor: string | null | undefined = '';
  do {
    const query = cursor === '' ? '?batch_size=3' : `?batch_size=3&cursor=${cursor}`;
    const page = cardList.parse((await emulator.call('GET', `/v1/cards${query}`, { auth })).body);
    seen.push(...page.cards.map((card) => card.id));
    expect(page.more === true).toBe(page.cursor !== undefined);
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect(seen).toEqual([...cardIds].reverse());
  for (const wrong of ['batch_size=0', 'batch_size=101', 'batch_size=x', 'cursor=nonsense']) {
    expect((await emulator.call('GET', `/v1/cards?${wrong}`, { auth })).status).toBe(400);
  }
});

test('what belongs to somebody else does not exist', async () => {
  const emulator = await testEmulator();
  const mine = await onboard(emulator, { cards: ['4000056655665556'] });
  const change = { phone: '+15550002222', email: 'other@example.com' };
  const theirs = await onboard(emulator, { change });
  const { auth } = theirs;
  for (const method of ['GET', 'DELETE']) {
    const answer = await emulator.call(method, `/v1/cards/${mine.cardIds[0]}`, { auth });
    expect(answer.status).toBe(404);
  }
  expect((await emulator.call('GET', '/v1/cards', { auth })).body.count).toBe(0);
});

test('a removed card stays readable as removed, and cannot be removed twice', async () => {
  const emulator = await testEmulator();
  const { auth, cardIds } = await onboard(emulator, { cards: ['4000056655665556'] });
  const path = `/v1/cards/${cardIds[0]}`;
  expect((await emulator.call('DELETE', path, { auth })).status).toBe(200);
  const read = await emulator.call('GET', path, { auth });
  expect(read.body).toMatchObject({ status: 'removed', removed: true });
  expect((await emulator.call('DELETE', path, { auth })).status).toBe(404);
});

test('wrong cards are refused by field, and issued ones for want of a registered BIN', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const luhn = await addCard(emulator, auth, '4000056655665557');
  expect(luhn.body.errors).toHaveProperty('card_number');
  const good = {
    card_number: '4000056655665556',
    card_security_code: '123',
    expiration_date: '12/40',
    first_name: 'E',
    last_name: 'H',
    street_line_1: '1 St',
    city: 'Palo Alto',
    state: 'CA',
    zip_code: '94304',
  };
  const post = (json: unknown) =>
    emulator.call('POST', '/v1/cards', { base: emulator.secureUrl, auth, json });
  const expired = await post({ ...good, expiration_date: '01/20', added_by_user: true });
  expect(expired.body.errors).toHaveProperty('expiration_date');
  expect((await post(good)).status).toBe(400);
});

test('a card is the client’s own only when its beginning is registered', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const own = { added_by_user: undefined };
  expect((await addCard(emulator, auth, '4403930000003031', own)).status).toBe(200);
  expect((await addCard(emulator, auth, '4000056655665556', own)).status).toBe(400);
  expect((await addCard(emulator, auth, '4000056655665556')).status).toBe(200);
});

test('a card tells which checks it passed, and smart authorization what to do with it', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const { id, body } = await addCard(emulator, auth, '4000056655665556');
  expect(body.review_reasons).toEqual(expect.arrayContaining(['C1010', 'C2000']));
  const details = await emulator.call('GET', `/v1/cards/${id}/auth_details`, { auth });
  expect(details.body).toMatchObject({ card_id: id, recommendation: 'approve', risk_level: 'low' });

  const flagged = await addCard(emulator, auth, '4000000000001018');
  await waitFor('the review', async () => {
    const card = await emulator.call('GET', `/v1/cards/${flagged.id}`, { auth });
    return card.body.status === 'flagged';
  });
  const risk = await emulator.call('GET', `/v1/cards/${flagged.id}/auth_details`, { auth });
  expect(risk.body).toMatchObject({ recommendation: 'review', risk_level: 'medium' });
});
