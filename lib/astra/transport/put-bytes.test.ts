import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { errorOf, scriptedClient, testClient, testSecret, urlOf } from '../testing/test-client';
import { answer, type Misbehaviour, startWireServer } from '../testing/wire-server';

const bytes = Uint8Array.of(1, 2, 3);
const toUrl = (url: string) => ({ to: { id: 'd', filename: 'd.jpg', url }, bytes });

/** An upload under a fault: the error, what was seen, and what the hook was told. */
async function uploadUnder(fault: Misbehaviour, timeoutMs = 10_000) {
  const server = await startWireServer(fault);
  const { astra, events } = testClient('https://api.example.com', { timeoutMs });
  const call = astra.documents.upload(toUrl(`${server.url}/d?signature=hunter2`));
  return { error: await errorOf(call), events, requests: server.requests };
}

describe('an upload', () => {
  test('sends the bytes and no credentials', async () => {
    const server = await startWireServer(answer('200 OK', ''));
    const { astra, events } = testClient('https://api.example.com');
    await astra.documents.upload(toUrl(`${server.url}/d?signature=hunter2`));
    const [request] = server.requests;
    expect(request?.line).toBe('PUT /d?signature=hunter2 HTTP/1.1');
    expect(request?.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '3',
    });
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(request?.body).toBe('\x01\x02\x03');
    expect(JSON.stringify([request, events])).not.toContain(testSecret);
    expect(events).toEqual([
      {
        method: 'PUT',
        pathTemplate: '(upload address)',
        host: 'upload',
        status: 200,
        attempt: 1,
        durationMs: expect.any(Number),
      },
    ]);
  });

  test.each<[string, Misbehaviour, string, number?]>([
    ['refused', answer('403 Forbidden', '<Error>SignatureDoesNotMatch</Error>'), 'permission'],
    ['failing', answer('500 Internal Server Error', 'hunter2'), 'server'],
    ['redirected', answer('307 Temporary Redirect', '', { location: '/e' }), 'unexpected_response'],
    ['cut off', (socket) => socket.resetAndDestroy(), 'connection'],
    ['never answered', () => undefined, 'timeout', 1000],
  ])('that is %s ends with a typed error and is sent once', async (_, fault, kind, timeoutMs) => {
    const { error, events, requests } = await uploadUnder(fault, timeoutMs);
    expect(error).toMatchObject({ kind, method: 'PUT', pathTemplate: '(upload address)' });
    expect(requests).toHaveLength(1);
    expect(events).toMatchObject([{ errorKind: kind, attempt: 1 }]);
  });

  test('repeats its address in no error and no event', async () => {
    const { astra, events } = scriptedClient([], {
      fetch: async (url) =>
        new Response(JSON.stringify({ description: urlOf(url) }), { status: 400 }),
    });
    const error = await errorOf(
      astra.documents.upload(toUrl('https://uploads.example.com/d?signature=hunter2')),
    );
    expect(error.description).toBe('[removed]');
    expect(inspect([error, events], { depth: 9, showHidden: true })).not.toContain('hunter2');
  });

  test.each([
    'http://uploads.example.com/hunter2',
    'hunter2',
    'file:///hunter2',
    'ftp://h/hunter2',
  ])('is not sent in the clear or elsewhere than the web (%s)', async (url) => {
    const { astra, calls } = scriptedClient([]);
    const error = await errorOf(astra.documents.upload(toUrl(url)));
    expect(error).toMatchObject({ kind: 'invalid_request', outcomeUnknown: false });
    expect(error.message).not.toContain('hunter2');
    expect(calls).toHaveLength(0);
  });
});
