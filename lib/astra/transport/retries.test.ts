import { afterEach, describe, expect, test, vi } from 'vitest';
import { AstraRateLimitError, AstraServerError } from '../errors';
import { accessToken, aRoutine, errorOf, jsonAnswer, scriptedClient } from '../testing/test-client';
import { readRetryAfter } from './error-from-response';

const user = jsonAnswer(200, { id: 'u', status: 'approved' });
const full = (headers: Record<string, string> = {}) => jsonAnswer(429, {}, headers);
const failing = jsonAnswer(500, { code: 500, name: 'x', description: 'y' });

function systemError(fields: object): () => Error {
  const cause = Object.assign(new Error('deep down'), fields);
  return () => new TypeError('fetch failed', { cause });
}

describe('a read', () => {
  test('is tried three times at most, with growing random waits', async () => {
    const { astra, calls, sleeps, events } = scriptedClient([failing]);
    await expect(astra.users.me({ accessToken })).rejects.toBeInstanceOf(AstraServerError);
    expect(calls).toHaveLength(3);
    expect(sleeps).toEqual([200, 400]);
    expect(events.map(({ attempt, status, errorKind }) => [attempt, status, errorKind])).toEqual([
      [1, 500, 'server'],
      [2, 500, 'server'],
      [3, 500, 'server'],
    ]);
  });

  test('waits as long as Astra asks, and a little more', async () => {
    const { astra, sleeps } = scriptedClient([full({ 'retry-after': '2' }), user]);
    expect((await astra.users.me({ accessToken })).id).toBe('u');
    expect(sleeps).toEqual([2200]);
  });

  test('ends at once when Astra asks for more patience than the call has', async () => {
    const { astra, calls, sleeps } = scriptedClient([full({ 'retry-after': '60' })]);
    const error = await errorOf(astra.users.me({ accessToken }));
    expect(error).toBeInstanceOf(AstraRateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 60_000, retrySafe: true, outcomeUnknown: false });
    expect(calls).toHaveLength(1);
    expect(sleeps).toEqual([]);
  });

  test('with its waits never takes more than twice the time limit', async () => {
    const callWaiting = async (seconds: string) => {
      const answers = [full({ 'retry-after': seconds }), user];
      const scripted = scriptedClient(answers, { timeoutMs: 10_000 });
      await scripted.astra.users.me({ accessToken }).catch(() => undefined);
      return scripted.calls.length;
    };
    expect(await callWaiting('19')).toBe(2);
    expect(await callWaiting('20')).toBe(1);
  });

  test('is asked for anew, whatever a framework keeps', async () => {
    const { astra, calls } = scriptedClient([user]);
    await astra.users.me({ accessToken });
    expect(calls[0]?.init).toMatchObject({ cache: 'no-store', redirect: 'manual' });
  });

  test.each([400, 401, 403, 404, 409, 418, 422, 302])(
    'is not repeated after %d',
    async (status) => {
      const { astra, calls } = scriptedClient([jsonAnswer(status, {})]);
      expect(await errorOf(astra.users.me({ accessToken }))).toMatchObject({
        outcomeUnknown: false,
      });
      expect(calls).toHaveLength(1);
    },
  );
});

describe('a call that creates something', () => {
  test.each([
    ['refused', { code: 'ECONNREFUSED', syscall: 'connect' }],
    ['to an unknown name', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }],
    ['while names cannot be looked up', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }],
    ['that took too long to open', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['to an unreachable host', { code: 'EHOSTUNREACH', syscall: 'connect' }],
    ['to a wrong certificate', { code: 'CERT_HAS_EXPIRED' }],
    [
      'refused at each of two addresses',
      { errors: [{ code: 'ECONNREFUSED' }, { code: 'ENETUNREACH', syscall: 'connect' }] },
    ],
  ])('is repeated after a connection %s', async (_, fields) => {
    const { astra, calls } = scriptedClient([
      systemError(fields),
      jsonAnswer(201, { id: 'r', amount: 4.99 }),
    ]);
    expect((await astra.routines.create({ accessToken, routine: aRoutine })).amount_cents).toBe(
      499,
    );
    expect(calls).toHaveLength(2);
  });

  test.each([
    ['reset', { code: 'ECONNRESET', syscall: 'read' }],
    ['closed by the other side', { code: 'UND_ERR_SOCKET' }],
    ['broken while sending', { code: 'EPIPE', syscall: 'write' }],
    ['that lost its network', { code: 'EHOSTUNREACH', syscall: 'read' }],
    ['without headers in time', { code: 'UND_ERR_HEADERS_TIMEOUT' }],
    ['that failed for a reason nobody knows', {}],
    [
      'of which one address may have answered',
      { errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET' }] },
    ],
    ['that failed nowhere', { errors: [] }],
  ])('is not repeated after a connection %s', async (_, fields) => {
    const { astra, calls } = scriptedClient([systemError(fields)]);
    const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
    expect(error).toMatchObject({ kind: 'connection', outcomeUnknown: true, retrySafe: false });
    expect(calls).toHaveLength(1);
  });

  test('is not repeated after an error that holds itself', async () => {
    const errors: unknown[] = [{ code: 'ECONNREFUSED' }];
    const cause = Object.assign(new Error('deep down'), { errors });
    errors.push(cause);
    const { astra, calls } = scriptedClient([() => new TypeError('fetch failed', { cause })]);
    const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
    expect(error).toMatchObject({ kind: 'connection', outcomeUnknown: true });
    expect(calls).toHaveLength(1);
  });

  test.each([400, 403, 404, 405, 422])('is known to be refused after %d', async (status) => {
    const { astra } = scriptedClient([jsonAnswer(status, {})]);
    const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
    expect(error).toMatchObject({ status, outcomeUnknown: false, retrySafe: false });
  });

  test.each([401, 408, 409, 429, 500, 502, 503, 504, 302, 418])(
    'may have happened after %d, and is not repeated',
    async (status) => {
      const { astra, calls } = scriptedClient([jsonAnswer(status, {}, { 'retry-after': '0' })]);
      const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
      expect(error).toMatchObject({ status, outcomeUnknown: true, retrySafe: false });
      expect(calls).toHaveLength(1);
    },
  );

  test('may not be repeated by hand either when it changes a part of something', async () => {
    const { astra } = scriptedClient([systemError({ code: 'ECONNRESET' })]);
    const email = 'new@example.com';
    const error = await errorOf(astra.users.updateEmail({ accessToken, userId: 'u', email }));
    expect(error).toMatchObject({ method: 'PATCH', retrySafe: false, outcomeUnknown: true });
  });

  test('is not sent twice by a refresh of tokens either', async () => {
    const { astra, calls } = scriptedClient([failing]);
    const error = await errorOf(astra.tokens.refresh({ refreshToken: 'a-refresh-token' }));
    expect(error).toMatchObject({ kind: 'server', outcomeUnknown: true });
    expect(calls).toHaveLength(1);
  });
});

describe('the time limit', () => {
  test('holds with a fetch that ignores its signal', async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const { astra } = scriptedClient([], { fetch, timeoutMs: 20 });
    expect(await errorOf(astra.routines.create({ accessToken, routine: aRoutine }))).toMatchObject({
      kind: 'timeout',
      outcomeUnknown: true,
    });
  });
});

describe('a call whose wait took longer than its time', () => {
  afterEach(() => vi.restoreAllMocks());

  const clocks: [string, { now: () => number }][] = [
    ['the steady clock', performance],
    ['the calendar’s clock, as after a suspension', Date],
  ];
  test.each(clocks)('is not sent again, by %s', async (_, clock) => {
    const sleep = async () => {
      const woken = clock.now() + 1500;
      vi.spyOn(clock, 'now').mockReturnValue(woken);
    };
    const refused = systemError({ code: 'ECONNREFUSED', syscall: 'connect' });
    const { astra, calls } = scriptedClient(
      [refused, jsonAnswer(201, { id: 'r', amount: 4.99 })],
      { timeoutMs: 500 },
      { sleep },
    );
    const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
    expect(error).toMatchObject({ kind: 'connection', outcomeUnknown: false, retrySafe: true });
    expect(calls).toHaveLength(1);
  });
});

describe('a call that took too long', () => {
  test('is ended, so that nothing of it goes on behind its caller’s back', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch = (_: unknown, init?: RequestInit) => {
      signals.push(init?.signal);
      return new Promise<Response>(() => undefined);
    };
    const { astra } = scriptedClient([], { fetch, timeoutMs: 20 });
    await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });
});

describe('the event hook', () => {
  test('cannot break a call, whether it throws now or later', async () => {
    const hooks: (() => unknown)[] = [
      () => {
        throw new Error('The log is full.');
      },
      () => Promise.reject(new Error('The log is full.')),
    ];
    for (const onCall of hooks) {
      const { astra } = scriptedClient([user], { onCall });
      expect((await astra.users.me({ accessToken })).id).toBe('u');
    }
  });

  test('is told the endpoint and the outcome, and nothing of what was said', async () => {
    const { astra, events } = scriptedClient([
      jsonAnswer(200, { id: 'card-1' }, { 'request-id': 'req-7' }),
    ]);
    await astra.cards.get({ accessToken, id: 'card-1' });
    expect(events).toEqual([
      {
        method: 'GET',
        pathTemplate: '/v1/cards/{id}',
        host: 'api',
        status: 200,
        requestId: 'req-7',
        attempt: 1,
        durationMs: expect.any(Number),
      },
    ]);
  });
});

describe('Retry-After', () => {
  test.each([
    ['120', 120_000],
    ['0', 0],
    ['1.5', 1500],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['', undefined],
    ['-5', undefined],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s ms', (header, expected) => {
    expect(readRetryAfter(header)).toBe(expected);
  });

  test('may be a date', () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const wait = readRetryAfter(inAMinute) ?? 0;
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
  });
});
