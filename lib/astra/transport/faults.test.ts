import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  AstraConnectionError,
  AstraServerError,
  AstraTimeoutError,
  AstraUnexpectedResponseError,
} from '../errors';
import { accessToken, aRoutine, errorOf, testClient } from '../testing/test-client';
import {
  answer,
  closedPort,
  head,
  type Misbehaviour,
  type SeenRequest,
  startWireServer,
} from '../testing/wire-server';
import { largestAnswerBytes } from './attempt';

const user = JSON.stringify({ id: 'a-user', status: 'approved' });
const fine = answer('200 OK', user);
const routine = JSON.stringify({ id: 'a-routine' });

const page = '<!doctype html><title>502 Bad Gateway</title><center>nginx</center>';
const hang: Misbehaviour = () => undefined;
const reset: Misbehaviour = (socket) => socket.resetAndDestroy();
const hangUp: Misbehaviour = (socket) => socket.end();
const cutBody: Misbehaviour = (socket) =>
  socket.end(`${head('201 Created', { 'content-length': '500' })}{"id": "a-rou`);
const slowHeaders: Misbehaviour = (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-le');
const drippingBody: Misbehaviour = (socket) => {
  socket.write(head('200 OK', { 'content-length': '100000', 'request-id': 'req-1' }));
  const timer = setInterval(() => socket.write(' '), 5);
  socket.on('close', () => clearInterval(timer));
};
const hugeBody: Misbehaviour = (socket) => {
  socket.write(head('200 OK', { 'transfer-encoding': 'chunked' }));
  const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
  const more = () => {
    while (socket.writable && socket.write(chunk));
  };
  socket.on('drain', more);
  more();
};
const chunksCut: Misbehaviour = (socket) =>
  socket.end(`${head('201 Created', { 'transfer-encoding': 'chunked' })}5\r\n{"id"\r\n`);

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
      'the amount is no amount',
      answer('201 Created', '{"id": "r", "amount": 4.995}'),
      AstraUnexpectedResponseError,
    ],
    [
      'the answer is not UTF-8',
      answer('201 Created', Buffer.of(0x22, 0xff, 0x22)),
      AstraUnexpectedResponseError,
    ],
    ['the body has no end', hugeBody, AstraUnexpectedResponseError],
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
      const { error, sent } = await createUnder(fault, kind === AstraTimeoutError ? 100 : 10_000);
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

describe('a read', () => {
  test.each([
    ['no answer', hang, 500],
    ['a dripping body', drippingBody, 500],
    ['a reset', reset, 10_000],
    ['a cut body', cutBody, 10_000],
    ['a failing server', answer('502 Bad Gateway', page), 10_000],
  ])('is repeated after %s', async (_, fault, timeoutMs) => {
    const server = await startWireServer(fault, fine);
    const { astra, events } = testClient(server.url, { timeoutMs });
    expect((await astra.users.me({ accessToken })).id).toBe('a-user');
    expect(server.requests).toHaveLength(2);
    expect(events.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(events[0]?.errorKind).toBeDefined();
    expect(events[1]?.errorKind).toBeUndefined();
  });

  test('follows no redirect, so that its token stays here', async () => {
    const elsewhere = await startWireServer(fine);
    const server = await startWireServer(
      answer('302 Found', '', { location: `${elsewhere.url}/v1/user` }),
    );
    const error = await errorOf(testClient(server.url).astra.users.me({ accessToken }));
    expect(error).toBeInstanceOf(AstraUnexpectedResponseError);
    expect(error).toMatchObject({ status: 302, outcomeUnknown: false });
    expect(elsewhere.requests).toHaveLength(0);
    expect(server.requests).toHaveLength(1);
  });

  test('stops at a body that is too large, also a compressed one', async () => {
    const bomb = gzipSync(Buffer.alloc(largestAnswerBytes + 1, ' '));
    const server = await startWireServer(
      hugeBody,
      answer('200 OK', bomb, { 'content-encoding': 'gzip' }),
    );
    const { astra } = testClient(server.url);
    for (let time = 0; time < 2; time += 1) {
      const error = await errorOf(astra.users.me({ accessToken }));
      expect(error).toBeInstanceOf(AstraUnexpectedResponseError);
      expect(error.message).toContain('too large');
    }
  });

  test('is not harmed by a body after a 204 on the same connection', async () => {
    const server = await startWireServer(
      (socket) => socket.write(`${head('204 No Content', { 'content-length': '2' })}{}`),
      fine,
    );
    const { astra } = testClient(server.url, { timeoutMs: 2000 });
    await errorOf(astra.users.me({ accessToken }));
    expect((await astra.users.me({ accessToken })).id).toBe('a-user');
  });

  test('tells the request id and status of an answer whose body never came', async () => {
    const server = await startWireServer(drippingBody);
    const { astra } = testClient(server.url, { timeoutMs: 500 });
    const error = await errorOf(astra.users.me({ accessToken }));
    expect(error).toMatchObject({ kind: 'timeout', status: 200, requestId: 'req-1' });
  });
});

describe('removing a card', () => {
  test('succeeds with an empty answer of any kind', async () => {
    for (const empty of [
      answer('200 OK', ''),
      answer('200 OK', 'null'),
      answer('204 No Content', ''),
    ]) {
      const server = await startWireServer(empty);
      await testClient(server.url).astra.cards.delete({ accessToken, id: 'c' });
      expect(server.requests[0]?.line).toBe('DELETE /v1/cards/c HTTP/1.1');
    }
  });

  test('is not repeated by itself, and may be repeated by hand', async () => {
    const server = await startWireServer(reset);
    const { astra } = testClient(server.url);
    const error = await errorOf(astra.cards.delete({ accessToken, id: 'c' }));
    expect(error).toMatchObject({ outcomeUnknown: true, retrySafe: true });
    expect(server.requests).toHaveLength(1);
  });
});
