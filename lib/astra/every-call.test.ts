import { describe, expect, test } from 'vitest';
import type { Operation } from './contract/operation';
import { operations } from './contract/operations';
import { answeringClient, basic, bearer, sent } from './testing/answering-client';
import { everyCall } from './testing/every-call';
import type { OneCall } from './testing/one-call';
import { errorOf } from './testing/test-client';

const described = new Map<string, Operation>(
  Object.entries(operations).flatMap(([resource, table]) =>
    Object.entries(table).map(([name, operation]) => [`${resource}.${name}`, operation] as const),
  ),
);
const calls = Object.entries<OneCall>(everyCall).map(([name, call]) => {
  const operation = described.get(name);
  if (!operation) throw new Error(`${name} is not described.`);
  return { name, operation, ...call, status: Number(call.documented.split(' ').at(-1)) };
});

const schemes = { client: 'Basic', user: 'Bearer', none: 'nobody' };
const whoIs = new Map<string | null, string>([
  [basic, 'Basic'],
  [bearer, 'Bearer'],
  [null, 'nobody'],
]);

/** What went out, in the words of the table. */
function wordsOf(scripted: ReturnType<typeof answeringClient>): string {
  const { call, authorization } = sent(scripted);
  const [method, address = ''] = call.split(' ');
  const { hostname, pathname } = new URL(address);
  const path = pathname.replace('an-id', '{id}').replace(/(?<=bins\/)\d+/, '{bin}');
  return `${whoIs.get(authorization)} ${method} ${hostname.split('.')[0]} ${path}`;
}

test('every endpoint that is described can be called', () => {
  expect(Object.keys(everyCall).sort()).toEqual([...described.keys()].sort());
});

describe.each(calls)('$name', ({ operation, documented, call, full, minimal, status }) => {
  test('is described as Astra documents it', () => {
    const { auth, method, host, path } = operation;
    expect(`${schemes[auth]} ${method} ${host} ${path} ${operation.status}`).toBe(documented);
    expect(operation.page).not.toBe('');
  });

  test('sends what is documented, once, and tells the hook no more than that', async () => {
    const scripted = answeringClient(200, full);
    await call(scripted.astra);
    expect(`${wordsOf(scripted)} ${status}`).toBe(documented);
    expect(scripted.calls).toHaveLength(1);
    expect(scripted.events).toEqual([
      {
        method: operation.method,
        pathTemplate: operation.path,
        host: operation.host,
        status: 200,
        requestId: 'req-1',
        attempt: 1,
        durationMs: expect.any(Number),
      },
    ]);
  });

  test('sends a body where one is documented, and never a field that is not', async () => {
    const scripted = answeringClient(200, full);
    await call(scripted.astra);
    const { type, body } = sent(scripted);
    if (operation.form) {
      expect(type).toBe('application/x-www-form-urlencoded');
      const fields = Object.fromEntries(new URLSearchParams(body));
      expect(operation.form.safeParse(fields).success).toBe(true);
      expect(operation.form.safeParse({ ...fields, colour: 'red' }).success).toBe(false);
    } else if (operation.json) {
      expect(type).toBe('application/json');
      const fields: object = JSON.parse(body);
      expect(operation.json.safeParse(fields).success).toBe(true);
      expect(operation.json.safeParse({ ...fields, colour: 'red' }).success).toBe(false);
    } else {
      expect({ type, body }).toEqual({ type: null, body: '' });
    }
    const query = Object.fromEntries(new URL(scripted.calls[0]?.url ?? '').searchParams);
    if (operation.query) {
      expect(operation.query.safeParse(query).success).toBe(true);
      expect(operation.query.safeParse({ ...query, colour: 'red' }).success).toBe(false);
    } else {
      expect(query).toEqual({});
    }
  });

  test('reads all that Astra may say and loses nothing of it', async () => {
    const news = { said_since: { anything: ['at all'] } };
    const read = await call(answeringClient(200, withNews(full, operation, news)).astra);
    if (operation.response === null) expect(read).toBeUndefined();
    else expectNothingLost(oneOf(withNews(full, operation, news), operation), itemOf(read));
  });

  test('reads the least that Astra may say', async () => {
    const read = await call(answeringClient(status === 204 ? 200 : status, minimal).astra);
    if (operation.response === null) expect(read).toBeUndefined();
    else expect(read).toBeTypeOf('object');
  });

  test('ends with a typed error that names the endpoint when Astra refuses', async () => {
    const scripted = answeringClient(404, { code: 404, name: 'Not Found', description: 'Gone.' });
    const error = await errorOf(call(scripted.astra));
    expect(error).toMatchObject({
      kind: 'not_found',
      description: 'Gone.',
      requestId: 'req-1',
      method: operation.method,
      pathTemplate: operation.path,
      outcomeUnknown: false,
    });
  });
});

/** The answer's one object: in a list, its first entry. */
function oneOf(answer: unknown, { plural }: Operation): Record<string, unknown> {
  const all = plural === undefined ? [answer] : Object(answer)[plural];
  return Object(all[0]);
}

function itemOf(read: unknown): Record<string, unknown> {
  const { items } = Object(read);
  return Object(Array.isArray(items) ? items[0] : read);
}

function withNews(answer: unknown, operation: Operation, news: object): object {
  const one = { ...oneOf(answer, operation), ...news };
  return operation.plural === undefined ? one : { ...Object(answer), [operation.plural]: [one] };
}

const renamed: Readonly<Record<string, string>> = {
  access_token: 'accessToken',
  refresh_token: 'refreshToken',
  token: 'sessionToken',
};

/** Every field is there as it came, as a Date, or in cents under the name that says so. */
function expectNothingLost(wire: Record<string, unknown>, read: Record<string, unknown>): void {
  const isTokens = 'accessToken' in read || 'sessionToken' in read;
  for (const [name, value] of Object.entries(wire)) {
    const amount = read[`${name}_cents`];
    const kept = read[renamed[name] ?? name];
    if (amount !== undefined) expect(amount, name).toBe(Math.round(Number(value) * 100));
    else if (kept instanceof Date) expect(kept.getTime(), name).toBeGreaterThan(0);
    else if (!isTokens || name in renamed) expect(kept, name).toEqual(value);
  }
}
