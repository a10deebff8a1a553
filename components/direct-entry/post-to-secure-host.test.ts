import { afterEach, expect, test, vi } from 'vitest';
import { postToSecureHost } from './post-to-secure-host';

afterEach(() => vi.unstubAllGlobals());

const request = {
  url: 'https://secure.example/v1/cards',
  accessToken: 'lent-token',
  body: { card_number: '4000056655665556' },
};

/** Answers the next request with this, and counts. */
function answerWith(answer: () => Promise<Response>) {
  const fetching = vi.fn<typeof fetch>(answer);
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

const json = (status: number, body: unknown) => async () =>
  Response.json(body, { status, headers: { 'request-id': 'r-1' } });

test('it is sent once, with the token, no cookies and no address of ours', async () => {
  const fetching = answerWith(json(200, { id: 'card-1' }));
  expect(await postToSecureHost(request)).toEqual({
    outcome: 'created',
    id: 'card-1',
    requestId: 'r-1',
  });
  expect(fetching).toHaveBeenCalledOnce();
  const [url, init] = fetching.mock.calls[0] ?? [];
  expect(url).toBe(request.url);
  expect(init).toMatchObject({
    headers: { authorization: 'Bearer lent-token' },
    body: JSON.stringify(request.body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
  });
});

test('a refusal brings what Astra says of each field, less the numbers that it quotes', async () => {
  answerWith(
    json(400, {
      status_code: 400,
      description: 'card_number: no.',
      errors: { card_number: ['4000056655665556 is not valid.'] },
    }),
  );
  expect(await postToSecureHost(request)).toEqual({
    outcome: 'refused',
    description: 'card_number: no.',
    fields: { card_number: ['[removed] is not valid.'] },
    requestId: 'r-1',
  });
});

test.each([
  ['an answer without an id', json(200, {})],
  ['an answer that is no JSON', async () => new Response('<html>')],
  ['a token that is refused', json(401, { code: 401, name: 'Unauthorized', description: 'no' })],
  ['too many requests', json(429, {})],
  ['an error of Astra', json(500, {})],
  ['a page of a gateway', async () => new Response('<html>', { status: 502 })],
  ['a broken line', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a timeout', () => Promise.reject(new DOMException('timed out', 'TimeoutError'))],
])('after %s it may have been added, and it is not sent again', async (_what, answer) => {
  const fetching = answerWith(answer);
  expect(await postToSecureHost(request)).toMatchObject({ outcome: 'unknown' });
  expect(fetching).toHaveBeenCalledOnce();
});
