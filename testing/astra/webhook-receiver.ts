import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** A delivery as it came over the wire. */
export type Delivery = { body: Uint8Array; signature: string | null };

/** The address that an emulator delivers to. What comes is answered with 200 and handed on. */
export async function startWebhookReceiver() {
  const received: Delivery[] = [];
  let handle = async (delivery: Delivery): Promise<unknown> => received.push(delivery);
  const server = createServer((request, response) => {
    read(request)
      .then((delivery) => handle(delivery))
      .then(
        () => response.writeHead(200).end(),
        () => response.writeHead(500).end(),
      );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hooks`,
    received,
    /** From now on deliveries go there. */
    handOver(next: (delivery: Delivery) => Promise<unknown>): void {
      handle = next;
    },
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

async function read(request: IncomingMessage): Promise<Delivery> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const signature = request.headers['astra-verification'];
  return {
    body: new Uint8Array(Buffer.concat(chunks)),
    signature: typeof signature === 'string' ? signature : null,
  };
}
