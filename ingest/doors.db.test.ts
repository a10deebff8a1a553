import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingMessage,
  request as newRequest,
  type ServerResponse,
} from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as route from '@/app/api/webhooks/astra/route';
import { signTestWebhook } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { inboxLimits } from '@/lib/webhooks/inbox/store-event';
import { bodyLimits } from '@/lib/webhooks/ingest';
import { jobs } from '@/testing/jobs';
import { sendHttp } from '@/testing/requests/send-http';
import { newEvent } from '@/testing/webhooks';
import { startIngestServer } from './server';

// Nobody wants to wait ten seconds for a sender who never finishes.
bodyLimits.timeoutMs = 300;
// How fast a burst is stored is not what is asked here, and machines that run tests are busy.
inboxLimits.patienceMs = 20_000;

const path = '/api/webhooks/astra';
const sign = (body: string | Uint8Array, secret = env().ASTRA_CLIENT_SECRET) =>
  signTestWebhook(body, secret);
const signed = (body: string | Uint8Array) => ({
  body,
  headers: { 'Astra-Verification': sign(body) },
});

/** The app's route as Next calls it. `e2e/webhook-endpoint.spec.ts` asks Next itself. */
async function answerAsNext(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = '', url = '' } = incoming;
  const handle = method === 'POST' ? route.POST : method === 'OPTIONS' ? route.OPTIONS : null;
  if (!handle || !url.startsWith(path)) {
    outgoing.writeHead(Object.keys(route).includes(method) ? 500 : 405).end();
    return;
  }
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const init = { method, headers, body: streamOf(incoming), duplex: 'half' };
  const answer = await handle(new Request(`http://localhost${url}`, init), {});
  const text = await answer.text();
  outgoing.setHeaders(answer.headers).writeHead(answer.status).end(text);
}

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream({
    async pull(stream) {
      const { done, value } = await pieces.next();
      if (done) stream.close();
      else stream.enqueue(Buffer.from(value));
    },
  });
}

async function openRoute() {
  const server = createServer((request, response) => void answerAsNext(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: typeof address === 'object' && address ? address.port : 0, stop };
}

const doors = [
  ["the app's route", openRoute],
  ['the stand-alone server', () => startIngestServer(0)],
] as const;

const text = JSON.stringify(newEvent());
const utf16 = new Uint8Array(Buffer.from(text, 'utf16le'));
const deep = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
const big = JSON.stringify(newEvent({ metadata: { note: 'x'.repeat(bodyLimits.maxBytes) } }));

/** As much metadata as Astra takes, spelt as Astra spells it. */
const largest = JSON.stringify(
  newEvent({
    webhook_type: 'user_updated',
    metadata: Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [`${n}`.padEnd(64, 'x'), '😀'.repeat(256)]),
    ),
  }),
).replaceAll('😀', '\\ud83d\\ude00');

type Sent = Omit<Parameters<typeof sendHttp>[0], 'port' | 'path'> & { path?: string };

const refusals: [what: string, status: number, receipt: string, sent: Sent][] = [
  ['no signature', 401, 'bad_signature', { body: text }],
  ['an empty signature', 401, 'bad_signature', withSignature('')],
  ['a malformed signature', 401, 'bad_signature', withSignature('not base64 at all!')],
  ['a signature in hexadecimal', 401, 'bad_signature', withSignature(hexOf(sign(text)))],
  ['a signature with a prefix', 401, 'bad_signature', withSignature(`sha256=${sign(text)}`)],
  ['a signature cut short', 401, 'bad_signature', withSignature(sign(text).slice(0, -4))],
  ['a signature with a wrong key', 401, 'bad_signature', withSignature(sign(text, 'wrong'))],
  ['the signature of another event', 401, 'bad_signature', withSignature(sign('{}'))],
  ['an altered body', 401, 'bad_signature', { ...signed(text), body: text.replace('_u', '_U') }],
  ['a body in another encoding', 401, 'bad_signature', { ...signed(text), body: utf16 }],
  [
    'a signature that stands there twice',
    401,
    'bad_signature',
    { body: text, headers: { 'Astra-Verification': [sign(text), sign(text)] } },
  ],
  [
    'a signature in the address only',
    401,
    'bad_signature',
    { body: text, path: `${path}?Astra-Verification=${encodeURIComponent(sign(text))}` },
  ],
  ['deep JSON with a wrong signature', 401, 'bad_signature', { ...signed(text), body: deep }],
  ['signed bytes that are not UTF-8', 400, 'not_json', signed(utf16.fill(0xff))],
  ['a signed body that is compressed', 400, 'not_json', signed(new Uint8Array(gzipSync(text)))],
  ['a signed body that is not JSON', 400, 'not_json', signed('webhook_type=transfer_updated')],
  ['a signed empty body', 400, 'not_json', signed('')],
  ['a body that says it is huge', 413, 'too_large', signed(big)],
  ['a huge body of unknown length', 413, 'too_large', { ...signed(big), inPieces: true }],
  ['a body that never ends', 408, 'incomplete', { ...signed(text), neverEnds: true }],
];

function withSignature(signature: string): Sent {
  return { body: text, headers: { 'Astra-Verification': signature } };
}

function hexOf(signature: string): string {
  return Buffer.from(signature, 'base64').toString('hex');
}

const counts = async () => ({
  rows: await db().webhookEvent.count(),
  jobs: (await jobs()).length,
});

describe.each(doors)('through %s', (_name, open) => {
  let door: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    door = await open();
  });
  afterAll(() => door.stop());
  // A connection for each, so that what was left unread of one is not in the way of the next.
  const send = (sent: Sent) => sendHttp({ path, agent: new Agent(), ...sent, port: door.port });

  test.each(refusals)('a delivery with %s is refused and leaves nothing', async (...row) => {
    const [, status, receipt, sent] = row;
    const before = await counts();
    expect(await send(sent)).toEqual({ status, body: { receipt } });
    expect(await counts()).toEqual(before);
  });

  test.each([
    ['says it is huge', 413, { 'content-length': bodyLimits.maxBytes + 1 }],
    ['never ends', 408, { 'transfer-encoding': 'chunked' }],
  ])('after a body that %s, the connection ends with the answer', async (...row) => {
    const [, status, headers] = row;
    const agent = new Agent({ keepAlive: true });
    const sent = newRequest({ port: door.port, path, method: 'POST', headers, agent });
    sent.on('error', () => undefined);
    sent.write('{');
    const [answer]: IncomingMessage[] = await once(sent, 'response');
    expect(answer).toMatchObject({ statusCode: status, headers: { connection: 'close' } });
    answer?.resume();
    if (answer && !answer.socket.closed) await once(answer.socket, 'close');
    agent.destroy();
  });

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is refused',
    async (method) => {
      const before = await counts();
      expect((await send({ ...signed(text), method })).status).toBe(405);
      expect(await counts()).toEqual(before);
    },
  );

  test('the largest event that Astra can send is taken', async () => {
    expect((await send(signed(largest))).status).toBe(200);
  });

  test('a delivery that is played again is acknowledged and changes nothing', async () => {
    const delivery = signed(JSON.stringify(newEvent()));
    expect(await send(delivery)).toEqual({ status: 200, body: { receipt: 'stored' } });
    const before = await counts();
    expect(await send(delivery)).toEqual({ status: 200, body: { receipt: 'duplicate' } });
    expect(await counts()).toEqual(before);
  });

  test('two thousand genuine deliveries in a burst from one address are all taken', async () => {
    const before = await counts();
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    const statuses = await Promise.all(
      Array.from({ length: 2000 }, async () => {
        const { body, headers } = signed(JSON.stringify(newEvent()));
        const odd = { ...headers, 'User-Agent': 'python-requests/1.0' };
        return (await send({ body, headers: odd, agent })).status;
      }),
    );
    agent.destroy();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await counts()).rows).toBe(before.rows + 2000);
  });
});
