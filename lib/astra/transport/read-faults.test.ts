import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { AstraUnexpectedResponseError } from '../errors';
import { cutBody, drippingBody, fine, hang, hugeBody, page, reset } from '../testing/misbehaviours';
import { accessToken, errorOf, testClient } from '../testing/test-client';
import { answer, head, startWireServer } from '../testing/wire-server';
import { largestAnswerBytes } from './attempt';

const fiveMegabytes = 5 * 1024 * 1024;

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

  test('takes a body of up to five megabytes', async () => {
    const user = JSON.stringify({ id: 'u', status: 'approved' });
    const server = await startWireServer(
      answer('200 OK', user.padEnd(fiveMegabytes)),
      answer('200 OK', user.padEnd(fiveMegabytes + 1)),
    );
    const { astra } = testClient(server.url);
    expect((await astra.users.me({ accessToken })).id).toBe('u');
    expect((await errorOf(astra.users.me({ accessToken }))).message).toContain('too large');
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

  test.each([
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['words', 'Please try later.'],
    ['an error', '{"code": 400, "name": "Bad Request", "description": "It is in use."}'],
    ['a refused field', '{"status_code": 422, "errors": {}}'],
    ['an OAuth error', '{"error": "invalid_token"}'],
  ])('is not taken as done over a 200 with %s in it', async (_, body) => {
    const server = await startWireServer(answer('200 OK', body));
    const error = await errorOf(
      testClient(server.url).astra.cards.delete({ accessToken, id: 'c' }),
    );
    expect(error).toMatchObject({ kind: 'unexpected_response', status: 200, outcomeUnknown: true });
  });

  test('is done with whatever else Astra says', async () => {
    for (const body of ['{}', '{"id": "c", "code": 200}', '[]', '"gone"']) {
      const server = await startWireServer(answer('200 OK', body));
      await testClient(server.url).astra.cards.delete({ accessToken, id: 'c' });
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
