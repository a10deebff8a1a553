import { createServer } from 'node:http';
import type { z } from 'zod';
import { webhookEvent } from '../contract';
import { portOf } from '../server/port-of';

/** What a webhook receiver got. */
export type Received = {
  readonly body: string;
  readonly signature: string;
  readonly event: z.output<typeof webhookEvent>;
};

/** A partner's webhook endpoint. It answers with the next of `answers`, then with 200 for ever. */
export async function startReceiver(answers: number[] = []) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const signature = String(request.headers['astra-verification']);
      received.push({ body, signature, event: webhookEvent.parse(JSON.parse(body)) });
      response.writeHead(answers.shift() ?? 200).end('seen');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    received,
    url: `http://127.0.0.1:${portOf(server)}/hooks`,
    ofType: (type: string) => received.filter(({ event }) => event.webhook_type === type),
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
