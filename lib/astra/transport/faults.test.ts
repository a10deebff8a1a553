import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  AstraConnectionError,
  AstraServerError,
  AstraTimeoutError,
  AstraUnexpectedResponseError,
} from '../errors';
import {
  chunksCut,
  cutBody,
  drippingBody,
  fine,
  hang,
  hangUp,
  hugeBody,
  page,
  reset,
  slowHeaders,
} from '../testing/misbehaviours';
import { accessToken, aRoutine, errorOf, testClient } from '../testing/test-client';
import {
  answer,
  closedPort,
  head,
  type Misbehaviour,
  type SeenRequest,
  startWireServer,
} from '../testing/wire-server';

const routine = JSON.stringify({ id: 'a-routine' });

const isPost = ({ line }: SeenRequest) => line.startsWith('POST');

/** A payment's call under a fault: the error, and how many requests the wire saw. */
async function createUnder(fault: Misbehaviour, timeoutMs: number) {
  const server = await startWireServer(fault);
  const { astra } = testClient(server.url, { timeoutMs });
  const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
  return { error, sent: server.requests.length };
}

describe('a call that creates something is sent once and leaves its outcome open when', () => {
  test.each([
    ['no answer comes', hang, AstraTimeoutError],
    ['the headers do not end', slowHeaders, AstraTimeoutError],
    ['the body drips', drippingBody, AstraTimeoutError],
    ['the connection is reset', reset, AstraConnectionError],
    ['the connection is closed without an answer', hangUp, AstraConnectionError],
    ['the body is cut', cutBody, AstraConnectionError],
    ['the chunks are cut', chunksCut, AstraConnectionError],
    ['the answer is not HTTP', (socket) => socket.end('hello\r\n\r\n'), AstraConnectionError],
    ['the body is empty', answer('201 Created', ''), AstraUnexpectedResponseError],
    [
      'there is no body',
      (socket) => socket.write(head('204 No Content')),
      AstraUnexpectedResponseError,
    ],
    ['a page comes as success', answer('200 OK', page), AstraUnexpectedResponseError],
    ['the JSON is broken', answer('201 Created', '{"id": '), AstraUnexpectedResponseError],
    ['the answer is a list', answer('201 Created', '[]'), AstraUnexpectedResponseError],
    ['the id is missing', answer('201 Created', '{}'), AstraUnexpectedResponseError],
    [
      'the answer is not UTF-8',
      answer('201 Created', Buffer.of(0x22, 0xff, 0x22)),
      AstraUnexpectedResponseError,
    ],
    ['the body has no end', hugeBody, AstraUnexpectedResponseError],
    [
      'the compression is broken',
      answer('201 Created', routine, { 'content-encoding': 'gzip' }),
      AstraConnectionError,
    ],
    [
      'it is redirected',
      answer('303 See Other', '', { location: '/v1/user' }),
      AstraUnexpectedResponseError,
    ],
    ['the server fails', answer('500 Internal Server Error', page), AstraServerError],
    ['the gateway gives up', answer('504 Gateway Timeout', ''), AstraServerError],
    [
      'the server is full',
      answer('503 Service Unavailable', '', { 'retry-after': '0' }),
      AstraServerError,
    ],
  ] satisfies [string, Misbehaviour, new (...given: never[]) => Error][])(
    '%s',
    async (_, fault, kind) => {
      const { error, sent } = await createUnder(fault, kind === AstraTimeoutError ? 1000 : 10_000);
      expect(error).toBeInstanceOf(kind);
      expect(error).toMatchObject({ outcomeUnknown: true, retrySafe: false });
      expect(sent).toBe(1);
    },
  );

  test('the server closes a connection that was kept alive', async () => {
    const server = await startWireServer((socket, request) =>
      (isPost(request) ? reset : fine)(socket, request),
    );
    const { astra } = testClient(server.url);
    const posts = () => server.requests.filter(isPost);
    let isReused = false;
    // A connection is free again a moment after its answer was read; try until one is taken again.
    for (let round = 1; round <= 50 && !isReused; round += 1) {
      await astra.users.me({ accessToken });
      await setImmediate();
      const used = server.requests.map(({ connection }) => connection);
      const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
      expect(error).toBeInstanceOf(AstraConnectionError);
      expect(error).toMatchObject({ outcomeUnknown: true, retrySafe: false });
      expect(posts()).toHaveLength(round);
      isReused = used.includes(posts().at(-1)?.connection ?? 0);
    }
    expect(isReused).toBe(true);
  });
});

describe('a call that creates something', () => {
  test.each(['301 Moved Permanently', '307 Temporary Redirect', '308 Permanent Redirect'])(
    'goes nowhere else, whatever Astra answers (%s)',
    async (status) => {
      const elsewhere = await startWireServer(answer('201 Created', routine));
      const { error, sent } = await createUnder(
        answer(status, '', { location: `${elsewhere.url}/v1/routines` }),
        10_000,
      );
      expect(error).toMatchObject({ kind: 'unexpected_response', outcomeUnknown: true });
      expect(error.message).toContain('redirects are not followed');
      expect(sent).toBe(1);
      expect(elsewhere.requests).toHaveLength(0);
    },
  );

  test('is known to be refused when a page says so', async () => {
    const { error } = await createUnder(answer('403 Forbidden', page), 10_000);
    expect(error).toMatchObject({
      kind: 'permission',
      description: undefined,
      outcomeUnknown: false,
    });
  });

  test('is known not to have happened when no connection could be opened', async () => {
    const { astra, sleeps } = testClient(await closedPort());
    const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
    expect(error).toBeInstanceOf(AstraConnectionError);
    expect(error).toMatchObject({ outcomeUnknown: false, retrySafe: true, status: undefined });
    expect(error.message).toContain('ECONNREFUSED');
    expect(sleeps).toHaveLength(2);
  });

  test('takes a compressed answer and any status of success', async () => {
    const zipped = answer('202 Accepted', gzipSync(routine), { 'content-encoding': 'gzip' });
    const server = await startWireServer(zipped);
    const { astra } = testClient(server.url);
    expect((await astra.routines.create({ accessToken, routine: aRoutine })).id).toBe('a-routine');
  });
});
