import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { deliverTo, signed, spawnIngest, webhookPath } from '@/testing/processes/ingest-process';
import { sendHttp } from '@/testing/requests/send-http';
import { until } from '@/testing/until';
import { type Event, newEvent } from '@/testing/webhooks';

// Only there to end what hangs: processes start slowly on busy machines.
vi.setConfig({ testTimeout: 120_000 });

async function isStored({ webhook_id: webhookId }: Event): Promise<boolean> {
  return (await db().webhookEvent.count({ where: { webhookId } })) === 1;
}

const rounds = 6;

test('a server that is killed at the instant it answers has stored all that it acknowledged', async () => {
  const acknowledged: Event[] = [];
  let next = spawnIngest();
  for (let round = 0; round < rounds; round += 1) {
    const [current, port] = [next, await next.port()];
    // The next one starts meanwhile.
    if (round < rounds - 1) next = spawnIngest();
    let answers = 0;
    const deliver = async () => {
      const event = newEvent();
      const status = await deliverTo(port, event);
      // Another moment in each round, from the very first answer on.
      answers += 1;
      if (answers === 1 + round * 5) current.child.kill('SIGKILL');
      if (status === 200) acknowledged.push(event);
    };
    await Promise.allSettled(Array.from({ length: 64 }, deliver));
    await current.ended;
    expect(current.child.signalCode).toBe('SIGKILL');
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
  const missing: Event[] = [];
  for (const event of acknowledged) if (!(await isStored(event))) missing.push(event);
  expect(missing).toEqual([]);
});

test('a server that is told to stop answers what it has begun, and takes nothing more', async () => {
  const server = spawnIngest();
  const port = await server.port();
  await until('a delivery to be taken', async () => (await deliverTo(port, newEvent())) === 200);
  const event = newEvent();
  const body = JSON.stringify(event);
  const begun = request({
    host: '127.0.0.1',
    port,
    path: webhookPath,
    method: 'POST',
    headers: { ...signed(body), 'content-length': body.length, expect: '100-continue' },
  });
  begun.flushHeaders();
  await once(begun, 'continue');
  server.child.kill('SIGTERM');
  // One press of Ctrl-C may arrive twice.
  server.child.kill('SIGINT');
  await until('it to stop', () => server.said().includes('ingest stops'));
  const answered = once(begun, 'response');
  begun.end(body);
  expect(await answered).toMatchObject([{ statusCode: 200 }]);
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(await isStored(event)).toBe(true);
  await expect(deliverTo(port, newEvent())).rejects.toThrow();
});

test('connections that were never used, or sent half a header, keep no server from stopping', async () => {
  const server = spawnIngest({ STOP_GRACE_SECONDS: '600' });
  const port = await server.port();
  const [unused, half] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  await Promise.all([once(unused, 'connect'), once(half, 'connect')]);
  // When the first request is answered, the half of the second has come as well.
  half.write(
    'HEAD /api/health HTTP/1.1\r\nhost: x\r\n\r\nPOST /api/webhooks/astra HTTP/1.1\r\nhost:',
  );
  await once(half, 'data');
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
  unused.destroy();
  half.destroy();
});

test('a delivery that does not come to its end keeps a server that stops for its grace alone', async () => {
  const server = spawnIngest({ STOP_GRACE_SECONDS: '1' });
  const body = JSON.stringify(newEvent());
  const begun = request({
    host: '127.0.0.1',
    port: await server.port(),
    path: webhookPath,
    method: 'POST',
    headers: { ...signed(body), 'content-length': body.length, expect: '100-continue' },
  });
  begun.on('error', () => {});
  begun.flushHeaders();
  await once(begun, 'continue');
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 1 });
});

test('nothing of what is delivered stands in the log, and ten thousand refusals are one line', async () => {
  await db().$executeRaw`
    ALTER TABLE webhook_events ADD CONSTRAINT no_poison CHECK (body NOT LIKE '%poison%')`;
  const server = spawnIngest();
  const port = await server.port();
  const canary = (note: string) => newEvent({ resource_id: 'canary-id', metadata: { note } });
  const headers = { 'x-canary-name': 'canary-header', authorization: 'Bearer canary-bearer' };
  const isTaken = async () => (await deliverTo(port, canary('canary-body'), headers)) === 200;
  await until('a delivery to be taken', isTaken);
  expect(await deliverTo(port, canary('canary poison'), headers)).toBe(503);
  await db().$executeRaw`ALTER TABLE webhook_events DROP CONSTRAINT no_poison`;
  const flood = async () => {
    for (let sent = 0; sent < 500; sent += 1) {
      const unsigned = { port, path: `${webhookPath}?canary-query`, headers, body: '{"canary":1}' };
      expect((await sendHttp(unsigned)).status).toBe(401);
    }
  };
  await Promise.all(Array.from({ length: 20 }, flood));
  server.child.kill('SIGTERM');
  const { code, said } = await server.ended;
  expect(code).toBe(0);
  expect(said).toContain('"bad_signature":10000');
  expect(said.toLowerCase()).not.toContain('canary');
  expect(said).not.toContain(env().ASTRA_CLIENT_SECRET);
  expect(said.trim().split('\n').length).toBeLessThan(10);
});

test('it is healthy exactly while it reaches the database', async () => {
  const healthOf = async (port: number) =>
    (await sendHttp({ port, path: '/api/health', method: 'GET' })).status;
  const away = new URL(env().DATABASE_URL);
  away.port = '1';
  const [server, lost] = [spawnIngest(), spawnIngest({ DATABASE_URL: away.href })];
  const port = await server.port();
  await until('it to be healthy', async () => (await healthOf(port)) === 200);
  expect(await healthOf(await lost.port())).toBe(503);
  expect(await deliverTo(await lost.port(), newEvent())).toBe(503);
  for (const { child } of [server, lost]) child.kill('SIGTERM');
  expect(await Promise.all([server.ended, lost.ended])).toMatchObject([{ code: 0 }, { code: 0 }]);
});

test('with real money it does not run on a database that may lose what it confirms', async () => {
  // As the tests' own server is set, for speed.
  const { code, said } = await spawnIngest({
    ASTRA_ENVIRONMENT: 'production',
    NEXTAUTH_URL: 'https://pay.example.com',
    ASTRA_REDIRECT_URI: 'https://pay.example.com/api/astra/callback',
  }).ended;
  expect(code).toBe(1);
  expect(said).toContain('fsync is off');
});
