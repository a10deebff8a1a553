import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock';
import { noForm, readBody, readForm } from './body';
import { isLocalHost, urlHost } from './local-host';
import type { Reply, Request } from './messages';
import { portOf } from './port-of';
import { Problem } from './problem';
import { refuseBroken } from './refuse-broken';
import type { Router } from './router';
import { sendReply } from './send-reply';

/**
 * Runs the endpoint in its transaction, inside `around` when that is given, and makes its answer or
 * its refusal. A refusal has taken everything back.
 */
export type Respond = (around?: (next: () => Reply) => Reply) => Reply;

/** Comes between a request and its endpoint; null where nothing is to happen. */
export type Interfere = (
  operation: string,
  request: Request,
  respond: Respond,
) => Promise<Reply> | null;

/** One listener's behaviour. */
export type SiteOptions = {
  readonly router: Router;
  readonly bodyLimitBytes: number;
  /** How this site shows a refusal. */
  readonly onProblem: (problem: Problem, path: string) => Reply;
  /** Sent with every answer to this request unless the answer has its own. */
  readonly headers: (request: Request) => Readonly<Record<string, string>>;
  /** Answers instead of the router where it does not return null. */
  readonly preflight?: (request: Request) => Reply | null;
  readonly newRequestId: () => string;
  readonly transaction: <T>(work: () => T) => T;
  /** Called with each finished exchange, for the request log. */
  readonly onExchange: (request: Request, reply: Reply, startTick: number) => void;
  readonly clock: Clock;
  readonly interfere?: Interfere;
  readonly listen: ListenOptions;
  readonly logError: (error: unknown) => void;
};

/** Where to listen, and whether names other than this computer's own are answered. */
export type ListenOptions = { readonly host: string; readonly allowsRemote: boolean };

/** A running listener. */
export type Site = { readonly port: number; readonly origin: string; close(): Promise<void> };

/**
 * Listens on the loopback interface, unless told otherwise explicitly: what runs here hands out codes
 * and secrets freely.
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
  server.on('clientError', (error, socket) => {
    refuseBroken(error, socket, options.newRequestId());
  });
  await listen(server, port, options.listen.host);
  ownPort = portOf(server);
  return {
    port: ownPort,
    origin: `http://${urlHost(options.listen.host)}:${ownPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
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
  const startTick = options.clock.tick();
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
    remoteAddress: message.socket.remoteAddress ?? '',
    hints: new Map<'shift-pages', number>(),
  };
  let request: Request = base;
  const refuse = (error: unknown): Reply => {
    if (!(error instanceof Problem)) options.logError(error);
    const problem =
      error instanceof Problem ? error : new Problem(500, 'The emulator failed. See its log.');
    return options.onProblem(problem, base.path);
  };
  let reply: Reply;
  try {
    if (!options.listen.allowsRemote && !isLocalHost(message.headers.host, ownPort())) {
      throw new Problem(403, 'The emulator answers to 127.0.0.1 and localhost only.');
    }
    const answerRouted = async (): Promise<Reply> => {
      const { handler, params, name } = options.router.match(base.method, base.path);
      const body = await readBody(message, options.bodyLimitBytes);
      const form = await readForm(body, message.headers['content-type'] ?? '');
      request = { ...base, params, body, form };
      const respond: Respond = (around = (next) => next()) => {
        try {
          return options.transaction(() => around(() => handler(request)));
        } catch (error) {
          return refuse(error);
        }
      };
      const disturbed = name === null ? null : options.interfere?.(name, request, respond);
      const routed = disturbed ? await disturbed : respond();
      return routed.later === undefined ? routed : routed.later();
    };
    reply = options.preflight?.(base) ?? (await answerRouted());
  } catch (error) {
    reply = refuse(error);
  }
  const headers = { ...options.headers(request), 'request-id': request.id };
  sendReply(response, headers, reply, options.clock);
  options.onExchange(request, reply, startTick);
}
