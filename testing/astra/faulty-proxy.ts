import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { customerEventSignatureHeader } from '@/lib/astra/contract/assumptions';

/** What goes wrong with one call. */
export type Fault =
  /** Astra does the work; its answer never arrives. */
  | { kind: 'lose_answer' }
  /** The request never arrives, and the connection breaks. */
  | { kind: 'lose_request' }
  /** This answer comes instead, with or without the work being done. */
  | { kind: 'answer'; status: number; body?: unknown; workIsDone: boolean }
  /** The call stops, before or after the work, until it is released. */
  | { kind: 'hold'; workIsDone: boolean };

type Armed = { method: string; path: RegExp; fault: Fault; times: number; gate: Gate };
type Answer = { status: number; headers: Headers; body: Buffer };

/** One call as it came by. */
export type SeenCall = { method: string; path: string; body: string; authorization: string };

/** A stop that a test opens. */
class Gate {
  #reach = (): void => {};
  #open = (): void => {};
  readonly #opened = new Promise<void>((resolve) => {
    this.#open = resolve;
  });
  /** Settles when a call has come to the gate. */
  readonly reached = new Promise<void>((resolve) => {
    this.#reach = resolve;
  });
  release = (): void => this.#open();
  pass(): Promise<void> {
    this.#reach();
    return this.#opened;
  }
}

export type FaultyProxy = Awaited<ReturnType<typeof startFaultyProxy>>;

/** Stands between the app and one of Astra's hosts, counts what goes by, and breaks what it is told to. */
export async function startFaultyProxy(target: string) {
  const armed: Armed[] = [];
  const seen: SeenCall[] = [];

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const method = request.method ?? '';
    const path = (request.url ?? '').split('?')[0] ?? '';
    const { authorization = '' } = request.headers;
    seen.push({ method, path, body: body.toString(), authorization });

    const hit = armed.find((one) => one.method === method && one.path.test(path) && one.times > 0);
    if (hit) hit.times -= 1;
    const fault = hit?.fault;
    if (fault?.kind === 'lose_request') return void response.destroy();
    if (fault?.kind === 'hold' && !fault.workIsDone) await hit?.gate.pass();
    const isSkipped = fault?.kind === 'answer' && !fault.workIsDone;
    const answer = isSkipped ? null : await forward(request, body);
    if (fault?.kind === 'hold' && fault.workIsDone) await hit?.gate.pass();
    if (fault?.kind === 'lose_answer') return void response.destroy();
    if (fault?.kind === 'answer') {
      response.writeHead(fault.status, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify(fault.body ?? {}));
    }
    if (!answer) return void response.destroy();
    const type = answer.headers.get('content-type') ?? 'application/json';
    response.writeHead(answer.status, { 'content-type': type }).end(answer.body);
  }

  async function forward(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const passed = ['authorization', 'content-type', customerEventSignatureHeader];
    const given = passed.map((name) => [name, request.headers[name]?.toString() ?? ''] as const);
    const method = request.method ?? 'GET';
    const answer = await fetch(`${target}${request.url}`, {
      method,
      headers: Object.fromEntries(given.filter(([, value]) => value !== '')),
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const { status, headers } = answer;
    return { status, headers, body: Buffer.from(await answer.arrayBuffer()) };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    /** Arms a fault for the next calls of this kind. @returns the gate of a `hold`. */
    arm(method: string, path: string | RegExp, fault: Fault, times = 1) {
      const gate = new Gate();
      const pattern = typeof path === 'string' ? new RegExp(`^${path}$`) : path;
      armed.push({ method, path: pattern, fault, times, gate });
      return gate;
    },
    /** The calls that came by since the last `reset`. */
    calls: (method: string, path: string): SeenCall[] =>
      seen.filter((call) => call.method === method && call.path === path),
    seen: (): readonly SeenCall[] => seen,
    /** Disarms every fault, opens every gate, and forgets what went by. */
    reset(): void {
      for (const { gate } of armed) gate.release();
      armed.length = 0;
      seen.length = 0;
    },
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
