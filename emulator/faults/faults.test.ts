import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask, control, settled } from '../testing/control';
import { redirectUri, type TestEmulator, testEmulator } from '../testing/emulator';
import { addCard, createIntent, onboard, person } from '../testing/person';
import { temporaryDir } from '../testing/process';
import { waitFor } from '../testing/wait-for';
import { signBody } from '../webhooks/sign';
import { faultHelp, faultKinds, parametersOf } from './kinds';

async function withCards(settings: Record<string, unknown> = {}) {
  const emulator = await testEmulator({ settings });
  const cards = ['4000056655665556', '4242424242424242'];
  return { emulator, ...(await onboard(emulator, { cards })) };
}

/** A call as a server makes it that gives up after a moment. */
function get(emulator: TestEmulator, path: string, auth: string): Promise<Response> {
  return fetch(`${emulator.apiUrl}${path}`, {
    headers: { authorization: auth },
    redirect: 'manual',
    signal: AbortSignal.timeout(2_000),
  });
}

function add(emulator: TestEmulator, fault: Record<string, unknown>) {
  return control(emulator, 'fault add', { count: 1, ...fault });
}

test('the list of kinds says within which limits a kind takes what, and what holds without', async () => {
  const { body } = await ask(await testEmulator(), 'fault kinds');
  expect(body).toContainEqual(expect.objectContaining({ takes: { ms: '0 to 86400000 (1000)' } }));
  expect(body).toContainEqual(
    expect.objectContaining({ takes: { at: 'before or after (before)' } }),
  );
});

test('there are at least thirty kinds, and help lists each with what it takes', () => {
  expect(faultKinds.length).toBeGreaterThanOrEqual(30);
  expect(new Set(faultKinds.map(({ name }) => name)).size).toBe(faultKinds.length);
  for (const kind of faultKinds) {
    expect(faultHelp()).toContain(kind.name);
    expect(kind.call ?? kind.webhook).toBeDefined();
    for (const name of parametersOf(kind)) expect(name).toMatch(/^[a-z0-9_]+$/);
    expect(() => kind.parameters.parse({})).not.toThrow();
  }
});

test.each([
  ['status', { status: 418 }, 418, undefined],
  ['rate_limited', { retry_after_seconds: 7 }, 429, '7'],
  ['server_error', {}, 500, undefined],
  ['unavailable', {}, 503, '5'],
  ['gateway_page', {}, 502, undefined],
  ['redirect', {}, 302, undefined],
])('%s answers in place of the endpoint, which does nothing', async (kind, more, status, wait) => {
  const { emulator, auth, cardIds } = await withCards();
  await add(emulator, { kind, on: 'cards.delete', ...more });
  const remove = () =>
    fetch(`${emulator.apiUrl}/v1/cards/${cardIds[0]}`, {
      method: 'DELETE',
      headers: { authorization: auth },
      redirect: 'manual',
    });
  const answer = await remove();
  expect(answer.status).toBe(status);
  expect(answer.headers.get('retry-after') ?? undefined).toBe(wait);
  const read = await emulator.call('GET', `/v1/cards/${cardIds[0]}`, { auth });
  expect(read.body.status).toBe('approved');
  expect((await remove()).status).toBe(200);
});

test.each([
  'lost_reset',
  'lost_500',
  'lost_401',
  'lost_429',
  'lost_status',
  'lost_empty',
  'lost_half',
  'garbage',
  'wrong_type',
])('%s loses the answer after the work is done', async (kind) => {
  const { emulator, auth, cardIds } = await withCards();
  await add(emulator, { kind, on: 'cards.create' });
  const lost = await addCard(emulator, auth, '5108050000007075').then(
    ({ status, id }) => (status === 200 && id !== '' ? 'understood' : 'lost'),
    () => 'lost',
  );
  expect(lost).toBe('lost');
  const list = await emulator.call('GET', '/v1/cards', { auth });
  expect(list.body.count).toBe(cardIds.length + 1);
});

test.each(['reset', 'closed'])('%s ends the connection, and nothing is done', async (kind) => {
  const { emulator, auth } = await withCards();
  await add(emulator, { kind, on: 'cards.create' });
  await expect(addCard(emulator, auth, '5108050000007075')).rejects.toThrow();
  expect((await emulator.call('GET', '/v1/cards', { auth })).body.count).toBe(2);
});

test.each(['hang', 'lost_timeout'])('%s never answers', async (kind) => {
  const { emulator, auth } = await withCards();
  await add(emulator, { kind, on: 'users.get' });
  await expect(get(emulator, '/v1/user', auth)).rejects.toThrow('timeout');
});

test('latency, slow and huge bodies, and fields from the future still hold the answer', async () => {
  const { emulator, auth } = await withCards();
  await add(emulator, { kind: 'latency', on: 'users.get', ms: 60 });
  await add(emulator, { kind: 'latency_spread', on: 'users.get', median_ms: 5, p99_ms: 20 });
  await add(emulator, { kind: 'huge_body', on: 'users.get', megabytes: 1 });
  await add(emulator, { kind: 'unknown_fields', on: 'users.get' });
  await add(emulator, { kind: 'unknown_status', on: 'users.get', value: 'dreaming' });
  await add(emulator, { kind: 'slow_body', on: 'users.get', bytes_per_second: 1_000_000 });
  const before = performance.now();
  const { body } = await emulator.call('GET', '/v1/user', { auth });
  expect(performance.now() - before).toBeGreaterThan(60);
  expect(body).toMatchObject({ status: 'dreaming', brand_new: {}, first_name: 'Edmund' });
  expect(String(body.padding)).toHaveLength(1_000_000);
  const log = await emulator.console.requests();
  expect(log.find(({ path }) => path === '/v1/user')?.notes).toContain('huge_body');
});

test('reads may be stale, lists may lag, and new objects may not be found yet', async () => {
  const { emulator, auth, cardIds } = await withCards();
  await control(emulator, 'clock freeze');
  await control(emulator, 'clock advance', { to: '1h' });
  const fresh = await addCard(emulator, auth, '5108050000007075');
  await emulator.call('DELETE', `/v1/cards/${cardIds[0]}`, { auth });
  const status = async (id = '') =>
    (await emulator.call('GET', `/v1/cards/${id}`, { auth })).body.status;
  const listed = async () => (await emulator.call('GET', '/v1/cards', { auth })).body.count;

  await add(emulator, { kind: 'stale_read', on: 'cards.get', ms: 5_000, count: null });
  expect(await status(cardIds[0])).toBe('approved');
  expect(await status(fresh.id)).toBe('approved');
  await control(emulator, 'fault clear');
  expect(await status(cardIds[0])).toBe('removed');

  await add(emulator, { kind: 'not_found_yet', on: 'cards.get', ms: 5_000, count: null });
  await add(emulator, { kind: 'list_lag', on: 'cards.list', ms: 5_000, count: null });
  expect((await emulator.call('GET', `/v1/cards/${fresh.id}`, { auth })).status).toBe(404);
  expect(await listed()).toBe(2);
  await control(emulator, 'clock advance', { to: '6s' });
  expect(await status(fresh.id)).toBe('approved');
  expect(await listed()).toBe(3);
});

test('pages may shift while they are read, so that a row comes twice', async () => {
  const { emulator, auth, cardIds } = await withCards();
  await add(emulator, { kind: 'shifting_pages', on: 'cards.list', count: null });
  const first = await emulator.call('GET', '/v1/cards?batch_size=1', { auth });
  const query = `?batch_size=2&cursor=${String(first.body.cursor)}`;
  const second = await emulator.call('GET', `/v1/cards${query}`, { auth });
  const ids = JSON.stringify(second.body.cards);
  for (const id of cardIds) expect(ids).toContain(id);
});

test('a breakpoint holds a call until it is released', async () => {
  const { emulator, auth } = await withCards();
  await add(emulator, { kind: 'breakpoint', on: 'cards.create', at: 'after' });
  const call = addCard(emulator, auth, '5108050000007075');
  await waitFor('the held call', async () => {
    return (await control(emulator, 'status')).held_calls === 1;
  });
  // It waits before its answer: the work is done.
  expect((await emulator.call('GET', '/v1/cards', { auth })).body.count).toBe(3);
  expect(await control(emulator, 'breakpoint release')).toEqual({ released: 1 });
  expect((await call).status).toBe(200);
});

test('a fault keeps to its operation, its person, its turn, its count and its time', async () => {
  const { emulator, auth, userId } = await withCards();
  const change = { phone: '+15550002222', email: 'other@example.com' };
  const other = await onboard(emulator, { change });
  const status = async (token: string, path = '/v1/user') =>
    (await emulator.call('GET', path, { auth: token })).status;
  await control(emulator, 'fault add', {
    kind: 'server_error',
    on: 'users.*',
    user: userId,
    nth: 2,
    count: 2,
  });
  expect(await status(other.auth)).toBe(200);
  expect(await status(auth, '/v1/cards')).toBe(200);
  const turns = [await status(auth), await status(auth), await status(auth), await status(auth)];
  expect(turns).toEqual([200, 500, 500, 200]);

  await control(emulator, 'clock freeze');
  await control(emulator, 'fault add', { kind: 'server_error', on: 'users.get', for: '10m' });
  expect(await status(auth)).toBe(500);
  await control(emulator, 'clock advance', { to: '10m' });
  expect(await status(auth)).toBe(200);
});

test('a fault for one person strikes calls with the partner’s keys that name the person', async () => {
  const { emulator, ...one } = await withCards();
  const change = { phone: '+15550002222', email: 'other@example.com' };
  const other = await onboard(emulator, { change });
  const { basic } = emulator;
  const statuses = async ({ intentId, userId, tokens }: typeof other) => {
    const refresh = {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
      redirect_uri: redirectUri,
    };
    const verification = '/v1/partner/identity/verification';
    const [byUser, byIntent] = [{ user_id: userId }, { user_intent_id: intentId }];
    const answers = [
      await emulator.call('GET', `/v1/user_intent/${intentId}`, { auth: basic }),
      await emulator.token(refresh),
      await emulator.call('POST', verification, { auth: basic, json: byUser }),
      await emulator.call('POST', verification, { auth: basic, json: byIntent }),
    ];
    return answers.map(({ status }) => status);
  };
  await control(emulator, 'fault add', { kind: 'status', status: 418, user: one.userId });
  expect(await statuses(one)).toEqual([418, 418, 418, 418]);
  expect(await statuses(other)).not.toContain(418);
  await createIntent(emulator, person({ phone: '+15550003333', email: 'new@example.com' }));
});

test('a fault that is over is listed as over, and counted no more', async () => {
  const { emulator, auth } = await withCards();
  await control(emulator, 'clock freeze');
  const fault = { kind: 'server_error', on: 'users.get' };
  await control(emulator, 'fault add', { ...fault, for: '10m' });
  await add(emulator, fault);
  const states = async () =>
    z
      .array(z.object({ state: z.string() }))
      .parse((await ask(emulator, 'fault list')).body)
      .map(({ state }) => state);
  expect(await states()).toEqual(['active', 'active']);
  expect((await control(emulator, 'status')).faults).toBe(2);
  await emulator.call('GET', '/v1/user', { auth });
  await control(emulator, 'clock advance', { to: '10m' });
  expect(await states()).toEqual(['spent', 'expired']);
  expect((await control(emulator, 'status')).faults).toBe(0);
  const page = await (await fetch(`${emulator.hostedUrl}/console/faults`)).text();
  expect(page).toContain('>expired<');
});

test('chances repeat with the seed', async () => {
  const run = async () => {
    const freezeAtMs = Date.parse('2026-03-02T15:00:00Z');
    const emulator = await testEmulator({ settings: { seed: 7, freezeAtMs } });
    const id = await createIntent(emulator, person());
    await control(emulator, 'fault add', { kind: 'server_error', on: '*', probability: 0.5 });
    const turns: number[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const read = await emulator.call('GET', `/v1/user_intent/${id}`, { auth: emulator.basic });
      turns.push(read.status);
    }
    return turns;
  };
  const turns = await run();
  expect(new Set(turns)).toEqual(new Set([200, 500]));
  expect(await run()).toEqual(turns);
});

test('faults survive a restart', async () => {
  const dataDir = await temporaryDir();
  const { emulator, auth } = await withCards({ dataDir });
  await add(emulator, { kind: 'unavailable', on: 'users.get', count: 2 });
  expect((await emulator.call('GET', '/v1/user', { auth })).status).toBe(503);
  await emulator.close();
  const again = await testEmulator({ settings: { dataDir } });
  const read = async () => (await again.call('GET', '/v1/user', { auth })).status;
  expect([await read(), await read()]).toEqual([503, 200]);
});

test('tokens, people and cards may be hit just before a call', async () => {
  const { emulator, auth, tokens, cardIds } = await withCards();
  await add(emulator, { kind: 'card_flagged', on: 'cards.list', card_id: cardIds[0] });
  await emulator.call('GET', '/v1/cards', { auth });
  const card = await emulator.call('GET', `/v1/cards/${cardIds[0]}`, { auth });
  expect(card.body.status).toBe('flagged');
  await add(emulator, { kind: 'user_suspended', on: 'users.get' });
  expect((await emulator.call('GET', '/v1/user', { auth })).body.status).toBe('suspended');
  await add(emulator, { kind: 'token_revoked', on: 'users.get' });
  expect((await emulator.call('GET', '/v1/user', { auth })).status).toBe(401);
  const refresh = {
    grant_type: 'refresh_token',
    refresh_token: tokens.refresh_token,
    redirect_uri: 'http://localhost:3000/api/astra/callback',
  };
  await add(emulator, { kind: 'refresh_rotated', on: 'tokens.exchange' });
  expect((await emulator.token(refresh)).status).toBe(200);
  expect((await emulator.token(refresh)).body.error).toBe('invalid_grant');
});

test('idempotency keys are ignored, unless they are to be honoured', async () => {
  const { emulator, auth, cardIds } = await withCards();
  const pay = async (amount = 5) => {
    const answer = await fetch(`${emulator.apiUrl}/v1/routines`, {
      method: 'POST',
      headers: { authorization: auth, 'content-type': 'application/json', 'idempotency-key': 'k' },
      body: JSON.stringify({
        type: 'one-time',
        payment_type: 'debit',
        name: 'Once',
        source_id: cardIds[0],
        destination_id: cardIds[1],
        amount,
      }),
    });
    return answer.text();
  };
  expect(await pay()).not.toBe(await pay());
  await control(emulator, 'fault add', { kind: 'idempotency_honoured', on: 'routines.create' });
  expect(await pay()).toBe(await pay());
  expect(JSON.parse(await pay(6))).toMatchObject({
    code: 409,
    description: expect.stringContaining('different request body'),
  });
  expect((await emulator.call('GET', '/v1/routines', { auth })).body.count).toBe(3);
});

test('webhooks may be dropped, come twice, late, or under another name', async () => {
  const { emulator, auth } = await withCards();
  await settled(emulator);
  await control(emulator, 'clock freeze');
  const card = () => addCard(emulator, auth, '5108050000007075');
  const count = () => emulator.receiver.received.length;
  const before = count();
  await add(emulator, { kind: 'webhook_dropped', on: 'card_created' });
  await card();
  await settled(emulator);
  expect(count()).toBe(before);
  await add(emulator, { kind: 'webhook_duplicated', on: 'card_created', copies: 2 });
  await card();
  await settled(emulator);
  expect(count()).toBe(before + 3);
  expect(new Set(emulator.receiver.received.slice(before).map(({ body }) => body)).size).toBe(1);
  await add(emulator, { kind: 'webhook_delayed', on: 'card_created', ms: 60_000 });
  await add(emulator, { kind: 'webhook_unknown_type', on: 'card_created' });
  await card();
  await settled(emulator);
  expect(count()).toBe(before + 3);
  await control(emulator, 'clock advance', { to: '1m' });
  expect(emulator.receiver.received.at(-1)?.event.webhook_type).toBe('brand_new_event');
});

test('held webhooks come at one moment, and shuffled ones overtake each other', async () => {
  const { emulator, auth } = await withCards();
  await settled(emulator);
  await control(emulator, 'clock freeze');
  const order = async (kind: string, more: Record<string, unknown>) => {
    await control(emulator, 'fault add', { kind, on: 'card_created', ...more });
    const ids: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      ids.push((await addCard(emulator, auth, '5108050000007075')).id);
      await control(emulator, 'clock advance', { to: '10ms' });
    }
    const before = emulator.receiver.received.length;
    await control(emulator, 'clock advance', { to: '1h' });
    await control(emulator, 'fault clear');
    const seen = emulator.receiver.received.slice(before).map(({ event }) => event.resource_id);
    return { ids, seen };
  };
  const burst = await order('webhook_burst', { every_ms: 3_600_000 });
  expect([...burst.seen].sort()).toEqual([...burst.ids].sort());
  const deliveries = (await emulator.console.deliveries()).slice(0, burst.ids.length);
  expect(new Set(deliveries.map(({ attempts }) => attempts[0]?.atMs)).size).toBe(1);
  const shuffled = await order('webhook_reordered', { within_ms: 3_000_000 });
  expect(shuffled.seen).not.toEqual(shuffled.ids);
  expect([...shuffled.seen].sort()).toEqual([...shuffled.ids].sort());
});

test.each([
  ['webhook_badly_signed', (signature: string, good: string) => signature !== good],
  ['webhook_unsigned', (signature: string) => signature === 'undefined'],
])('%s concerns one attempt', async (kind, isBad) => {
  const { emulator, auth } = await withCards();
  await settled(emulator);
  await add(emulator, { kind, on: 'card_created' });
  const before = emulator.receiver.received.length;
  await addCard(emulator, auth, '5108050000007075');
  await settled(emulator);
  const [bad] = emulator.receiver.received.slice(before);
  const good = signBody(bad?.body ?? '', emulator.clientSecret);
  expect(isBad(bad?.signature ?? '', good)).toBe(true);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)(
  'an attempt whose connection is cut %s it is handled is followed by another',
  async (at, handled) => {
    const { emulator, auth } = await withCards();
    await settled(emulator);
    await control(emulator, 'clock freeze');
    await add(emulator, { kind: 'webhook_reset', on: 'card_created', at });
    const { received } = emulator.receiver;
    const before = received.length;
    await addCard(emulator, auth, '5108050000007075');
    await settled(emulator);
    expect(received.length).toBe(before + handled);
    const attempts = async () => (await emulator.console.deliveries())[0]?.attempts ?? [];
    expect(await attempts()).toMatchObject([{ status: null, note: 'The connection was cut.' }]);
    await control(emulator, 'clock advance', { to: '1m' });
    expect((await attempts()).map(({ status }) => status)).toEqual([null, 200]);
    expect(new Set(received.slice(before).map(({ body }) => body)).size).toBe(1);
  },
);

test.each(['javascript:alert(1)', '/a\r\nset-cookie: b=c', '/with space', 'elsewhere', '', '/ü'])(
  'a redirect to %j is refused, for no client could follow it',
  async (location) => {
    const emulator = await testEmulator();
    const refused = await ask(emulator, 'fault add', { kind: 'redirect', location });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('Write a path such as /elsewhere');
    const good = { kind: 'redirect', location: 'https://example.com/there?a=1' };
    expect((await ask(emulator, 'fault add', good)).status).toBe(200);
  },
);

test('a webhook can be signed with the old secret once there is one', async () => {
  const { emulator, auth } = await withCards();
  await settled(emulator);
  const fault = { kind: 'webhook_old_secret', on: 'card_created', count: 1 };
  const refused = await ask(emulator, 'fault add', fault);
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.body)).toContain('none was rotated yet');
  await control(emulator, 'secret rotate');
  await control(emulator, 'fault add', fault);
  const before = emulator.receiver.received.length;
  await addCard(emulator, auth, '5108050000007075');
  await settled(emulator);
  const [old] = emulator.receiver.received.slice(before);
  expect(old?.signature).toBe(signBody(old?.body ?? '', emulator.clientSecret));
});

test('what makes no sense is refused in a sentence', async () => {
  const emulator = await testEmulator();
  const refusal = async (fault: Record<string, unknown>) =>
    JSON.stringify((await ask(emulator, 'fault add', fault)).body);
  expect(await refusal({ kind: 'gremlins' })).toContain('There is no fault \\"gremlins\\"');
  expect(await refusal({ kind: 'hang', on: 'routine.create' })).toContain('routines.create');
  expect(await refusal({ kind: 'hang', user: 'nobody' })).toContain('There is no user nobody');
  expect(await refusal({ kind: 'hang', for: 'ever' })).toContain('is no duration');
  expect(await refusal({ kind: 'latency', ms: 'long' })).toContain('ms');
  expect(await refusal({ kind: 'latency', seconds: 3 })).toContain('Unknown field');
});
