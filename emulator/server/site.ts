import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { noForm, readBody, readForm } from './body';
import { isLocalHost } from './local-host';
import type { Reply, Request } from './messages';
import { portOf } from './port-of';
import { Problem } from './problem';
import type { Router } from './router';

/** One listener's behaviour. */
export type SiteOptions = {
  readonly router: Router;
  readonly bodyLimitBytes: number;
  /** How this site shows a refusal. */
  readonly onProblem: (problem: Problem, path: string) => Reply;
  /** Sent with every answer unless the answer has its own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly newRequestId: () => string;
  readonly transaction: <T>(work: () => T) => T;
  /** Called with each finished exchange, for the request log. */
  readonly onExchange: (request: Request, reply: Reply, startTick: number) => void;
  readonly tick: () => number;
  readonly logError: (error: unknown) => void;
};

/** A running listener. */
export type Site = { readonly port: number; readonly origin: string; close(): Promise<void> };

/**
 * Listens on the loopback interface only: what runs here hands out codes and secrets freely.
 *
 * @throws the listening error, `EADDRINUSE` when the port is taken
 */
export async function openSite(port: number, options: SiteOptions): Promise<Site> {
  let ownPort = port;
  const server = createServer((message, response) => {
    serve(message, response, options, () => ownPort).catch((error: unknown) => {
      options.logError(error);
      response.destroy();
    });
  });
  await listen(server, port);
  ownPort = portOf(server);
  return {
    port: ownPort,
    origin: `http://127.0.0.1:${ownPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  options: SiteOptions,
  ownPort: () => number,
): Promise<void> {
  const startTick = options.tick();
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const base = {
    id: options.newRequestId(),
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    params: {},
    headers: message.headers,
    body: Buffer.alloc(0),
    form: noForm,
  };
  let request: Request = base;
  let reply: Reply;
  try {
    if (!isLocalHost(message.headers.host, ownPort())) {
      throw new Problem(403, 'The emulator answers to 127.0.0.1 and localhost only.');
    }
    const { handler, params } = options.router.match(base.method, base.path);
    const body = await readBody(message, options.bodyLimitBytes);
    const form = await readForm(body, message.headers['content-type'] ?? '');
    request = { ...base, params, body, form };
    reply = options.transaction(() => handler(request));
  } catch (error) {
    if (!(error instanceof Problem)) options.logError(error);
    const problem =
      error instanceof Problem ? error : new Problem(500, 'The emulator failed. See its log.');
    reply = options.onProblem(problem, base.path);
  }
  send(response, options.headers, request.id, reply);
  options.onExchange(request, reply, startTick);
}

function send(
  response: ServerResponse,
  defaults: Readonly<Record<string, string>>,
  requestId: string,
  reply: Reply,
): void {
  response.writeHead(reply.status, { ...defaults, 'request-id': requestId, ...reply.headers });
  if (reply.stream === undefined) response.end(reply.body ?? '');
  else reply.stream(response);
}
