import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Cents, cents, largestCents } from '../money';
import {
  accessToken,
  aRoutine,
  errorOf,
  jsonAnswer,
  scriptedClient,
  textOf,
} from '../testing/test-client';
import { requestIdOf } from '../transport';
import type { AstraCard } from './cards';
import type { Routine } from './routine-results';
import type { CreateRoutine } from './routines';
import type { Transfer } from './transfers';
import type { CreateUserIntent } from './user-intents';

const urls = {
  apiUrl: 'https://api.example.com',
  secureUrl: 'https://secure.example.com',
  appUrl: 'https://app.example.com',
};
const client = (status: number, body: unknown) =>
  scriptedClient([jsonAnswer(status, body, { 'request-id': 'req-1' })], urls);

/** What was sent, as a partner at the other end would describe it. */
function sent({ calls }: ReturnType<typeof scriptedClient>) {
  const [{ url, init } = { url: '', init: {} }] = calls;
  const headers = new Headers(init.headers);
  return {
    call: `${init.method} ${url}`,
    authorization: headers.get('authorization'),
    type: headers.get('content-type'),
    body: textOf(init),
  };
}

const basic = `Basic ${Buffer.from('a-client-id:a-client-secret-for-tests').toString('base64')}`;
const bearer = `Bearer ${accessToken}`;

describe('tokens', () => {
  const answer = { access_token: 'a', refresh_token: 'r', expires_in: 7200, token_type: 'Bearer' };

  test('are exchanged for a code in a form, with the client’s credentials', async () => {
    const scripted = client(200, answer);
    const pair = await scripted.astra.tokens.exchangeCode({ code: 'c&d' });
    expect(pair).toEqual({
      accessToken: 'a',
      refreshToken: 'r',
      expiresInMs: 7_200_000,
      requestId: 'req-1',
    });
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/oauth/token',
      authorization: basic,
      type: 'application/x-www-form-urlencoded',
      body: 'grant_type=authorization_code&code=c%26d&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback',
    });
  });

  test('are refreshed in a form too', async () => {
    const scripted = client(200, answer);
    await scripted.astra.tokens.refresh({ refreshToken: 'r0' });
    expect(sent(scripted).body).toBe(
      'grant_type=refresh_token&refresh_token=r0&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback',
    );
  });

  test('that came without a lifetime, or in a list, are not taken', async () => {
    for (const odd of [
      { ...answer, expires_in: undefined },
      [answer],
      { ...answer, expires_in: 0 },
    ]) {
      const error = await errorOf(client(200, odd).astra.tokens.refresh({ refreshToken: 'r0' }));
      expect(error).toMatchObject({ kind: 'unexpected_response', outcomeUnknown: true });
    }
  });
});

describe('user intents', () => {
  const input: CreateUserIntent = {
    first_name: 'Edmund',
    last_name: 'Hillary',
    phone: '+15557771234',
    email: 'edmund@example.com',
    address1: '123 Astra Ave',
    address2: '',
    city: 'Palo Alto',
    state: 'CA',
    postal_code: '94304',
    ip_address: '192.0.2.0',
  };

  test('are created as JSON and answer with an id', async () => {
    const scripted = client(201, { id: 'intent' });
    expect(await scripted.astra.userIntents.create(input)).toEqual({ id: 'intent' });
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/user_intent',
      authorization: basic,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toEqual(input);
  });

  test('that break a documented rule are not sent', async () => {
    const scripted = client(201, { id: 'intent' });
    const bad = { ...input, phone: '5557771234', state: 'California' };
    expect(await errorOf(scripted.astra.userIntents.create(bad))).toMatchObject({
      kind: 'invalid_request',
      status: undefined,
      outcomeUnknown: false,
      fieldErrors: { phone: [expect.any(String)], state: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });

  test('are read with whatever Astra adds to them', async () => {
    const wire = { id: 'i', status: 'newly_invented', user_id: null, colour: 'red' };
    const scripted = client(200, wire);
    const intent = await scripted.astra.userIntents.get('i');
    expect(intent).toEqual(wire);
    expect(requestIdOf(intent)).toBe('req-1');
    expect(sent(scripted).call).toBe('GET https://api.example.com/v1/user_intent/i');
  });
});

describe('cards', () => {
  test('are created on the secure host and nowhere else', async () => {
    const scripted = client(200, { id: 'card', created: '2026-01-02T03:04:05.678901' });
    const card = {
      card_number: '4000056655665556',
      card_security_code: '123',
      expiration_date: '12/30',
      first_name: 'Edmund',
      last_name: 'Hillary',
      street_line_1: '123 Astra Ave',
      city: 'Palo Alto',
      state: 'CA',
      zip_code: '94304',
      added_by_user: true,
    };
    const created = await scripted.astra.cards.create({ accessToken, card });
    expect(created.created).toEqual(new Date('2026-01-02T03:04:05.678Z'));
    expect(sent(scripted)).toMatchObject({
      call: 'POST https://secure.example.com/v1/cards',
      authorization: bearer,
    });
  });

  test('without a readable date have none', async () => {
    for (const created of [undefined, null, 'yesterday']) {
      const card = await client(200, { id: 'c', created }).astra.cards.get({
        accessToken,
        id: 'c',
      });
      expect(card.created).toBeNull();
    }
    expectTypeOf<AstraCard['created']>().toEqualTypeOf<Date | null>();
  });
});

describe('routines', () => {
  test('are created with exact dollars', async () => {
    const scripted = client(201, {
      id: 'r',
      amount: 4.99,
      created: '2025-08-15T03:20:00+00:00',
      start_date: '2025-08-14',
    });
    const routine = await scripted.astra.routines.create({ accessToken, routine: aRoutine });
    expect(routine).toMatchObject({
      id: 'r',
      amount_cents: 499,
      created: new Date('2025-08-15T03:20:00Z'),
      start_date: '2025-08-14',
    });
    const { amount_cents, ...rest } = aRoutine;
    expect(sent(scripted)).toMatchObject({ authorization: bearer, type: 'application/json' });
    expect(JSON.parse(sent(scripted).body)).toEqual({
      ...rest,
      amount: amount_cents / 100,
    });
    expect(sent(scripted).body).toContain('"amount":4.99');
  });

  test('carry any amount there and back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: largestCents }), async (amount) => {
        const scripted = scriptedClient([], {
          fetch: async (_, init) => new Response(`{"id": "r", ${textOf(init).slice(1)}`),
        });
        const routine = { ...aRoutine, amount_cents: cents(amount) };
        const created = await scripted.astra.routines.create({ accessToken, routine });
        expect(created.amount_cents).toBe(amount);
      }),
    );
  });

  test.each([
    ['amount_cents', { amount_cents: cents(0) }],
    ['amount_cents', { amount_cents: cents(-499) }],
    ['client_correlation_id', { client_correlation_id: 'ABCDEFGHI' }],
    ['client_correlation_id', { client_correlation_id: 'AB-1' }],
    ['source_id', { source_id: '' }],
    ['start_date', { start_date: '14.08.2025' }],
    ['request', { colour: 'red' }],
  ])('with a wrong %s are not sent: %j', async (field, change) => {
    const scripted = client(201, { id: 'r' });
    const routine = { ...aRoutine, ...change };
    expect(await errorOf(scripted.astra.routines.create({ accessToken, routine }))).toMatchObject({
      kind: 'invalid_request',
      outcomeUnknown: false,
      fieldErrors: { [field]: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });

  test('with an amount that was not made of cents are not sent', async () => {
    const routine: CreateRoutine = { ...aRoutine, amount_cents: JSON.parse('4.99') };
    const error = await errorOf(
      client(201, { id: 'r' }).astra.routines.create({ accessToken, routine }),
    );
    expect(error).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { amount_cents: [expect.any(String)] },
    });
  });

  test('whose amount follows from something else have none', async () => {
    const { astra } = client(200, { id: 'r', type: 'sweep', amount: null });
    expect((await astra.routines.get({ accessToken, id: 'r' })).amount_cents).toBeNull();
    expectTypeOf<Routine['amount_cents']>().toEqualTypeOf<Cents | null>();
  });
});

describe('transfers', () => {
  const wire = {
    id: 't',
    status: 'processed',
    amount: 1234.0,
    initiated: '2020-09-15T15:12:04.746260',
    updated: null,
    failure_reason: null,
  };

  test('have cents and dates', async () => {
    const { astra } = client(200, wire);
    expect(await astra.transfers.get({ accessToken, id: 't' })).toEqual({
      id: 't',
      status: 'processed',
      amount_cents: 123_400,
      initiated: new Date('2020-09-15T15:12:04.746Z'),
      updated: null,
      estimated_clearing_date: null,
      failure_reason: null,
    });
    expectTypeOf<Transfer['amount_cents']>().toEqualTypeOf<Cents>();
    expectTypeOf<Transfer>().not.toHaveProperty('amount');
  });

  test('are listed by status and source', async () => {
    const scripted = client(200, { count: 1, transfers: [wire] });
    const list = scripted.astra.transfers.list({
      accessToken,
      status: 'pending',
      source_id: 'c&1',
    });
    expect((await list.firstPage()).items).toHaveLength(1);
    expect(sent(scripted).call).toBe(
      'GET https://api.example.com/v1/transfers?status=pending&source_id=c%261',
    );
  });

  test.each([4.995, -1, 'four', null, 1e21])('of %s are not guessed at', async (amount) => {
    const { astra } = client(200, { ...wire, amount });
    expect(await errorOf(astra.transfers.get({ accessToken, id: 't' }))).toMatchObject({
      kind: 'unexpected_response',
      requestId: 'req-1',
      message: expect.stringContaining('amount'),
    });
  });
});

describe('an id from outside', () => {
  test('stays one segment of exactly the path that was meant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (id) => {
        fc.pre(id !== '.' && id !== '..');
        const scripted = client(200, { id: 'c' });
        await scripted.astra.cards.get({ accessToken, id });
        const { pathname, search, hash, host } = new URL(scripted.calls[0]?.url ?? '');
        expect([host, search, hash]).toEqual(['api.example.com', '', '']);
        const segments = pathname.split('/');
        expect(segments.slice(0, 3)).toEqual(['', 'v1', 'cards']);
        expect(segments).toHaveLength(4);
        expect(decodeURIComponent(segments[3] ?? '')).toBe(id);
      }),
    );
  });

  test.each(['../user', 'a?b=c', 'a#b', '%2e%2e', 'a\r\nx: y', '/', '$&', '{id}'])(
    '%j cannot lead elsewhere',
    async (id) => {
      const scripted = client(200, { id: 'c' });
      await scripted.astra.cards.get({ accessToken, id });
      expect(scripted.calls[0]?.url).toBe(
        `https://api.example.com/v1/cards/${encodeURIComponent(id)}`,
      );
      expect(new URL(scripted.calls[0]?.url ?? '').pathname).toMatch(/^\/v1\/cards\/[^/]+$/);
    },
  );

  test.each(['', '.', '..', '\ud800'])('%j is refused', async (id) => {
    const scripted = client(200, { id: 'c' });
    expect(await errorOf(scripted.astra.cards.get({ accessToken, id }))).toMatchObject({
      kind: 'invalid_request',
      outcomeUnknown: false,
    });
    expect(scripted.calls).toHaveLength(0);
  });
});
