import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AstraError } from './errors';
import { answeringClient, basic } from './testing/answering-client';
import { everyCall } from './testing/every-call';
import type { OneCall } from './testing/one-call';
import {
  accessToken,
  errorOf,
  scriptedClient,
  testSecret,
  textOf,
  urlOf,
} from './testing/test-client';

const calls = Object.entries<OneCall>(everyCall);

/** What the calls of the table send and nobody else may read. */
const secrets = [
  accessToken,
  testSecret,
  basic,
  '4000056655665556',
  '0001234567',
  '222222226',
  '1985-02-03',
  'edmund@example.com',
  'new@example.com',
  '+15557771234',
  '123 Astra Ave',
];

const allViews = (value: unknown) =>
  `${inspect(value, { depth: 20, showHidden: true })}\n${JSON.stringify(value)}`;

/** The texts in a body, one by one and at any depth: Astra would quote a value, not the body. */
function textsIn(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsIn) : [];
}

/** A server that answers with all that it was sent, in every place that an error is read from. */
const parrot = (status: number) =>
  scriptedClient([], {
    fetch: async (url, init) => {
      const said = `${urlOf(url)} ${new Headers(init?.headers).get('authorization')} ${textOf(init)}`;
      const text = textOf(init);
      const isJson = text.startsWith('{');
      const values = isJson ? textsIn(JSON.parse(text)) : [...new URLSearchParams(text).values()];
      const quotes = values.reverse().join(' and ');
      const errors = { [said]: [said], [quotes]: values };
      const body = { description: quotes, error: said, errors, [said]: said };
      return new Response(JSON.stringify(body), { status });
    },
  });

describe.each(calls)('%s', (_, { call }) => {
  test('repeats nothing that is secret, whatever Astra does with it', async () => {
    for (const status of [200, 400, 401, 500]) {
      const { astra, events } = parrot(status);
      const outcome: unknown = await call(astra).catch((error: unknown) => error);
      const views = allViews([outcome instanceof Error ? outcome : null, events]);
      expect(secrets.filter((secret) => views.includes(secret))).toEqual([]);
    }
  });

  test('ends with a typed error or a result on any JSON at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(200, 201, 400, 422),
        fc.jsonValue(),
        async (status, body) => {
          const outcome: unknown = await call(answeringClient(status, body).astra).catch(
            (error: unknown) => error,
          );
          if (status >= 400 || outcome instanceof Error) expect(outcome).toBeInstanceOf(AstraError);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a token that no header takes', () => {
  test.each(['', 'a b', 'a\r\nx: y', 'é'])('is sent nowhere: %j', async (odd) => {
    const { astra, calls: made } = answeringClient(200, {});
    const error = await errorOf(astra.users.me({ accessToken: odd }));
    expect(error).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { accessToken: [expect.any(String)] },
    });
    expect(made).toHaveLength(0);
  });
});
