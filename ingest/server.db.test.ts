import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { inboxPool } from '@/lib/webhooks/inbox/inbox-pool';
import { sendHttp } from '@/testing/requests/send-http';
import { connectionLimits, startIngestServer } from './server';

afterEach(() => vi.useRealTimers());

// How often Node looks stays as it is.
connectionLimits.headersTimeout = 100;

test('who sends half a header and no more is soon given up', async () => {
  const server = await startIngestServer(0);
  const socket = connect(server.port, '127.0.0.1');
  socket.write('POST /api/webhooks/astra HTTP/1.1\r\nhost:');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toContain('408');
  await server.stop();
}, 15_000);

test('however many ask whether it is well, the database is asked once, and anew a second later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const server = await startIngestServer(0);
  const asked = vi.spyOn(inboxPool(), 'query');
  const healthOf = async () =>
    (await sendHttp({ port: server.port, path: '/api/health', method: 'GET' })).status;
  const statuses = await Promise.all(Array.from({ length: 50 }, healthOf));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(asked).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(await healthOf()).toBe(200);
  expect(asked).toHaveBeenCalledTimes(2);
  await server.stop();
});
