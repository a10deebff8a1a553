import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { AstraError } from '../errors';
import type { CreateCard } from '../resources/cards';
import type { CreateUserIntent } from '../resources/user-intents';
import {
  accessToken,
  aRoutine,
  errorOf,
  jsonAnswer,
  scriptedClient,
  testClient,
  testSecret,
  textOf,
  urlOf,
} from '../testing/test-client';

const person: CreateUserIntent = {
  first_name: 'Edmund',
  last_name: 'Hillary',
  date_of_birth: '1985-02-03',
  ssn: '1234',
  phone: '+15557771234',
  email: 'edmund@example.com',
  address1: '123 Astra Ave',
  city: 'Palo Alto',
  state: 'CA',
  postal_code: '94304',
  ip_address: '192.0.2.0',
};

const card: CreateCard = {
  card_number: '4000056655665556',
  card_security_code: '987',
  expiration_date: '12/30',
  first_name: 'Edmund',
  last_name: 'Hillary',
  street_line_1: '123 Astra Ave',
  city: 'Palo Alto',
  state: 'CA',
  zip_code: '94304',
};

/** Everything that a log could make of a value. */
const allViews = (value: unknown) =>
  [
    inspect(value, { depth: 20, showHidden: true }),
    JSON.stringify(value),
    String(value),
    value instanceof Error ? value.stack : '',
  ].join('\n');

/** A server that repeats everything it was sent, in every place that it can. */
function parrot(status: number) {
  const heard: string[] = [];
  const client = scriptedClient([], {
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      const said = `${urlOf(url)} ${headers.get('authorization')} ${textOf(init)}`;
      heard.push(said);
      const body = {
        description: said,
        error: said,
        error_description: said,
        errors: { [said]: [said], card_number: [said] },
        id: { [said]: said },
      };
      return new Response(JSON.stringify(body), { status });
    },
  });
  return { ...client, heard };
}

describe('no error and no event repeats', () => {
  test.each([200, 400, 401, 403, 422, 429, 500])(
    'a secret of the call, even if Astra does (%d)',
    async (status) => {
      const { astra, events, heard } = parrot(status);
      const errors = [
        await errorOf(astra.tokens.exchangeCode({ code: 'the-authorization-code' })),
        await errorOf(astra.tokens.refresh({ refreshToken: 'the refresh/token+' })),
        await errorOf(astra.userIntents.create(person)),
        await errorOf(astra.cards.create({ accessToken, card })),
        await errorOf(astra.users.me({ accessToken })),
      ];
      const basic = Buffer.from(`a-client-id:${testSecret}`).toString('base64');
      const secrets = [
        'the-authorization-code',
        'the refresh/token+',
        encodeURIComponent('the refresh/token+'),
        new URLSearchParams({ t: 'the refresh/token+' }).toString().slice(2),
        accessToken,
        testSecret,
        basic,
        '4000056655665556',
        '"987"',
        '"1234"',
        '1985-02-03',
        'Hillary',
        'edmund@example.com',
      ];
      expect(heard.join()).toContain('4000056655665556');
      const views = [...errors, ...events].map(allViews).join('\n');
      expect(secrets.filter((secret) => views.includes(secret))).toEqual([]);
    },
  );

  test('a number that looks like an account, however it is written', async () => {
    const description = 'Cards 4242 4242 4242 4242 and 4242-4242-4242-4242, SSN 123-45-6789.';
    const { astra } = scriptedClient([jsonAnswer(400, { description })]);
    const error = await errorOf(astra.userIntents.get('an-intent'));
    expect(error.description).toBe('Cards [removed] and [removed], SSN [removed].');
  });

  test('a number in other digits, or with other things between', async () => {
    for (const written of ['4242.4242.4242.4242', '4242  4242  4242  4242', '１２３４５６７８９']) {
      const { astra } = scriptedClient([jsonAnswer(400, { description: `Card ${written}` })]);
      const error = await errorOf(astra.userIntents.get('an-intent'));
      expect(error.description).toBe('Card [removed]');
    }
  });

  test('a secret with invisible marks in it, or one that a cut goes through', async () => {
    const hidden = accessToken.split('').join('\u200b');
    for (const description of [`No: ${hidden}`, `${' '.repeat(9_990)}${accessToken}`]) {
      const { astra } = scriptedClient([jsonAnswer(400, { description })]);
      const view = allViews(await errorOf(astra.users.me({ accessToken })));
      expect(view.replace(/\s/g, '')).not.toContain(accessToken.slice(0, 8));
    }
  });

  test('a secret in the request id', async () => {
    const echo = jsonAnswer(400, {}, { 'request-id': `req-${accessToken}` });
    const { astra, events } = scriptedClient([echo]);
    const error = await errorOf(astra.users.me({ accessToken }));
    expect(error.requestId).toBeUndefined();
    expect([error, ...events].map(allViews).join()).not.toContain(accessToken);
  });

  test('a name that was really a value', async () => {
    const { astra } = scriptedClient([]);
    const odd = { '4000056655665556': 'x', Zk3TokenZk3TokenZk3: 'x' };
    const errors = [
      await errorOf(astra.cards.create({ accessToken, card: { ...card, ...odd } })),
      await errorOf(astra.userIntents.create({ ...person, metadata: { 'SSN 123-45-6789': 'x' } })),
    ];
    expect(errors.map(allViews).join()).not.toMatch(/4000056|Zk3|123-45/);
    const misspelt = { ...card, streetLine: 'x' };
    expect((await errorOf(astra.cards.create({ accessToken, card: misspelt }))).message).toContain(
      'streetLine',
    );
  });

  test('a value that was refused before it was sent', async () => {
    const { astra, calls } = scriptedClient([]);
    const errors = [
      await errorOf(
        astra.cards.create({ accessToken, card: { ...card, card_number: '4000-0566-556' } }),
      ),
      await errorOf(astra.userIntents.create({ ...person, ssn: '123-45-6789' })),
      await errorOf(astra.users.me({ accessToken: 'a-token-with-a-line-end\n' })),
    ];
    const views = errors.map(allViews).join('\n');
    for (const secret of ['4000-0566', '123-45', 'a-token-with'])
      expect(views).not.toContain(secret);
    expect(calls).toHaveLength(0);
  });

  test('what the failed connection knew', async () => {
    const cause = Object.assign(new Error(`sent ${accessToken}`), {
      code: 'ECONNRESET',
      accessToken,
    });
    const { astra } = scriptedClient([() => new TypeError(`with ${accessToken}`, { cause })]);
    const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
    expect(allViews(error)).not.toContain(accessToken);
    expect(error.message).toContain('ECONNRESET');
  });
});

describe('printing', () => {
  test('the client shows no credential', () => {
    const { astra } = testClient('https://api.example.com');
    expect(allViews(astra)).not.toContain(testSecret);
    expect(allViews(astra.cards.list({ accessToken }))).not.toContain(accessToken);
  });

  test('a pair of tokens hides them, though they are there', async () => {
    const { astra } = scriptedClient([
      jsonAnswer(
        200,
        { access_token: 'aaa-111', refresh_token: 'rrr-222', expires_in: 7200 },
        { 'request-id': 'req-1' },
      ),
    ]);
    const pair = await astra.tokens.exchangeCode({ code: 'abc' });
    expect(pair).toEqual({
      accessToken: 'aaa-111',
      refreshToken: 'rrr-222',
      expiresInMs: 7_200_000,
      requestId: 'req-1',
    });
    expect(inspect({ pair })).not.toMatch(/aaa-111|rrr-222/);
    expect(JSON.stringify({ pair })).not.toMatch(/aaa-111|rrr-222/);
  });

  test('an error shows all that support needs', async () => {
    const { astra } = scriptedClient([
      jsonAnswer(404, { description: 'Not found.' }, { 'request-id': 'req-9' }),
    ]);
    const error = await errorOf(astra.userIntents.get('x'));
    expect(error).toBeInstanceOf(AstraError);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'AstraNotFoundError',
      kind: 'not_found',
      message: 'GET /v1/user_intent/{id}: Astra answered 404 (Not found.).',
      requestId: 'req-9',
      outcomeUnknown: false,
    });
  });
});
