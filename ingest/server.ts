import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerHealth } from '@/lib/webhooks/inbox/answer-health';
import { endInboxPool } from '@/lib/webhooks/inbox/inbox-pool';
import { bodyLimits, ingest } from '@/lib/webhooks/ingest';
import { tellRefusals } from '@/lib/webhooks/note-refusals';
import { readIncoming } from './read-incoming';

/** The app's own paths, so that a proxy sends them here by one rule and rewrites nothing. */
const paths = { webhooks: '/api/webhooks/astra', health: '/api/health' };

/** Node looks every thirty seconds whether a header or a request takes too long, unless it is told to look more often. */
export const connectionLimits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
};

export type IngestServer = {
  port: number;
  /**
   * Accepts no more, answers what has begun, and settles when all of that is written down. A connection
   * that was opened and asks nothing keeps it waiting, unless somebody closes it: see `lib/http/let-connections-go.ts`.
   */
  stop: () => Promise<void>;
};

/**
 * Starts the stand-alone door for webhooks: what the app's route does, without Next around it.
 *
 * @param port 0 chooses a free one.
 * @throws Error when the port is taken.
 */
export async function startIngestServer(port: number): Promise<IngestServer> {
  const server = createServer(connectionLimits);
  server.on('request', (request, response) => void answer(request, response));
  server.listen(port);
  await once(server, 'listening');
  return { port: portOf(server), stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
  await endInboxPool();
  tellRefusals();
}

/** Never rejects. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path] = (request.url ?? '').split('?');
  if (path === paths.health) return send(response, await healthOf(request));
  if (path !== paths.webhooks) return send(response, { status: 404, body: { error: 'not_found' } });
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return send(response, { status: 405, body: { error: 'method_not_allowed' } });
  }
  const body = await readIncoming(request, bodyLimits);
  // What has not been read by now never will be.
  if (typeof body === 'string') response.setHeader('connection', 'close');
  send(response, await ingest(body, headersOf(request)));
}

/** A header that came twice is one text with a comma, as in `Headers`, and so no signature. */
function headersOf({ headers }: IncomingMessage): Pick<Headers, 'get'> {
  return { get: (name) => headers[name.toLowerCase()]?.toString() ?? null };
}

/** Says 200 when events can be stored, which needs the database. */
async function healthOf({ method }: IncomingMessage) {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, body: {} };
  return answerHealth();
}

function send(response: ServerResponse, { status, body }: { status: number; body: object }): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
