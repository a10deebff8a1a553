import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { connectionLimits, startIngestServer } from './server';

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
