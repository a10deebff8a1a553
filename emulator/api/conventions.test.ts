import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import { onboard } from '../testing/person';
import { waitFor } from '../testing/wait-for';

test('unknown paths and wrong methods get JSON errors with a request id', async () => {
  const emulator = await testEmulator();
  const unknown = await emulator.call('GET', '/v1/nothing');
  expect(unknown.status).toBe(404);
  expect(unknown.body).toMatchObject({ code: 404, name: 'Not Found' });
  expect(unknown.headers.get('request-id')).toMatch(/\S+/);
  const wrong = await emulator.call('DELETE', '/v1/user');
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get('allow')).toBe('GET');
});

test('HEAD is answered like GET, without the body', async () => {
  const { hostedUrl } = await testEmulator();
  for (const path of ['/console', '/console/events', '/console/api/sms', '/sdk.js']) {
    const answer = await fetch(`${hostedUrl}${path}`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  }
});

test('what is no HTTP is refused in JSON, with a request id', async () => {
  const { apiUrl } = await testEmulator();
  const { port } = new URL(apiUrl);
  const refusal = (text: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.on('error', reject).on('end', () => resolve(answer));
    });
  const broken = await refusal('nonsense\r\n\r\n');
  expect(broken).toMatch(/^HTTP\/1\.1 400 .*request-id: \S+.*"code":400/s);
  const long = await refusal(`GET / HTTP/1.1\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`);
  expect(long).toMatch(/^HTTP\/1\.1 431 .*request-id: \S+.*"code":431/s);
});

test('a caller that hangs up within a body leaves no trace in the log', async () => {
  const emulator = await testEmulator();
  const { port } = new URL(emulator.apiUrl);
  const socket = connect(Number(port), '127.0.0.1', () => {
    const head = `POST /v1/user_intent HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-length: 99`;
    socket.end(`${head}\r\n\r\n{`, () => socket.resetAndDestroy());
  });
  await waitFor('the request', async () => (await emulator.console.requests()).length > 0);
  expect(emulator.logged).toEqual([]);
});

test('a body that is not JSON, or too large, is refused', async () => {
  const emulator = await testEmulator();
  const post = (body: string) =>
    fetch(`${emulator.apiUrl}/v1/user_intent`, {
      method: 'POST',
      headers: { authorization: emulator.basic, 'content-type': 'application/json' },
      body,
    });
  expect((await post('{"first_name": ')).status).toBe(400);
  expect((await post('[]')).status).toBe(400);
  expect((await post(`{"first_name": "${'x'.repeat(1_000_001)}"}`)).status).toBe(413);
});

test('every answer tells its length, and travels whole', async () => {
  const emulator = await testEmulator();
  for (const path of ['/v1/nothing', '/v1/bins/400005']) {
    const answer = await fetch(`${emulator.apiUrl}${path}`, {
      headers: { authorization: emulator.basic },
    });
    const text = await answer.text();
    expect(answer.headers.get('content-length')).toBe(`${Buffer.byteLength(text)}`);
    expect(answer.headers.get('transfer-encoding')).toBeNull();
  }
});

test('whoever asks for something other than JSON gets 406', async () => {
  const emulator = await testEmulator();
  const answer = await fetch(`${emulator.apiUrl}/v1/user`, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(406);
});

test('card numbers are taken by the secure host only, and it takes nothing else', async () => {
  const emulator = await testEmulator();
  expect((await emulator.call('POST', '/v1/cards', { json: {} })).status).toBe(405);
  const { auth } = await onboard(emulator);
  const elsewhere = await emulator.call('GET', '/v1/user', { auth, base: emulator.secureUrl });
  expect(elsewhere.status).toBe(404);
});

test.each(['evil.example', '127.0.0.1', 'localhost:1', '127.0.0.1.evil.example'])(
  'a request for the host %s is refused on every listener',
  async (host) => {
    const emulator = await testEmulator();
    for (const base of [emulator.apiUrl, emulator.secureUrl, emulator.hostedUrl]) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        request(`${base}/console/api/sms`, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
      expect(status).toBe(403);
    }
  },
);
