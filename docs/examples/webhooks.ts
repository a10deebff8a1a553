import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import {
  parseWebhook,
  signatureHeader,
  signTestWebhook,
  verifyWebhook,
  type WebhookEvent,
} from '@/lib/astra';
import { config } from './client';

/** Stands for your database: events by their id, because each may come twice. */
const inbox = new Map<string, WebhookEvent>();

/** @returns the status to answer with. Astra takes 200 alone as success, and waits 10 seconds. */
function receive(body: Uint8Array, signature: string | null): number {
  // The bytes as they came: parsing and printing them anew breaks the signature.
  const secrets = [config.clientSecret];
  if (!verifyWebhook({ body, signature, secrets })) return 401;
  const parsed = parseWebhook(body);
  if (parsed.kind !== 'event') return 400;
  // Store it and answer. Later, elsewhere: fetch the resource, because an event says only which
  // one changed. Keep types that you do not know.
  inbox.set(parsed.event.webhook_id, parsed.event);
  return 200;
}

const server = createServer((request, response) => {
  const signature = request.headers[signatureHeader.toLowerCase()]?.toString() ?? null;
  buffer(request)
    .then((body) => response.writeHead(receive(body, signature)).end())
    // Not stored, so not received: Astra tries again.
    .catch(() => response.writeHead(500).end());
});

/** Delivers one event twice, as Astra may, and one with a wrong signature. */
async function main(): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const body = JSON.stringify({
    webhook_type: 'transfer_updated',
    webhook_id: 'webhook-1',
    user_id: 'user-1',
    resource_id: 'transfer-1',
  });
  const deliver = async (signature: string) => {
    const headers = { 'content-type': 'application/json', [signatureHeader]: signature };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  };

  console.log(await deliver(signTestWebhook(body, config.clientSecret)));
  console.log(await deliver(signTestWebhook(body, config.clientSecret)));
  console.log(await deliver(signTestWebhook(body, 'somebody else’s secret')));
  console.log(inbox.size, 'event in the inbox');
  server.close();
}

await main();
