import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { POST } from '@/app/api/webhooks/astra/route';
import { signatureHeader } from '@/lib/astra';

/**
 * Run as a process of its own: the app's webhook route without the rest of Next, which would have to
 * be built first. It says where it listens.
 */
const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const signature = incoming.headers[signatureHeader.toLowerCase()]?.toString() ?? '';
  const request = new Request('http://127.0.0.1/api/webhooks/astra', {
    method: 'POST',
    headers: { [signatureHeader]: signature },
    body: new Uint8Array(Buffer.concat(chunks)),
  });
  const answered = await POST(request, {});
  response.writeHead(answered.status).end(await answered.text());
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`listens at http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
