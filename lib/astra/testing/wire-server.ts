import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came over the wire. */
export type SeenRequest = {
  line: string;
  headers: Record<string, string>;
  body: string;
  /** Which connection it came on, counted from 1. */
  connection: number;
};

/** Does with the socket whatever the test wants an answer to look like. */
export type Misbehaviour = (socket: Socket, request: SeenRequest) => void;

/**
 * A server that may break every rule of HTTP, because it writes to the socket itself. It remembers
 * each request that reached it. The last of `answers` is repeated.
 */
export async function startWireServer(...answers: Misbehaviour[]) {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const connection = connections;
    let pending = '';
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      const { request, rest } = takeRequest(pending, connection);
      pending = rest;
      if (!request) return;
      requests.push(request);
      const misbehave = answers[requests.length - 1] ?? answers.at(-1);
      misbehave?.(socket, request);
    });
  });
  await listen(server);
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, requests };
}

/** A port on which nothing listens: a server that was there a moment ago. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await listen(server);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** A whole, well-formed answer. */
export function answer(
  status: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Misbehaviour {
  const all = { 'content-length': String(Buffer.byteLength(body)), ...headers };
  return (socket) => {
    socket.write(head(status, all));
    socket.write(body);
  };
}

/** A status line with headers and the blank line after them. */
export function head(status: string, headers: Record<string, string> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`;
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function takeRequest(text: string, connection: number) {
  const [top = '', ...others] = text.split('\r\n\r\n');
  const [line = '', ...headerLines] = top.split('\r\n');
  const headers = Object.fromEntries(
    headerLines.map((header) => {
      const colon = header.indexOf(':');
      return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
    }),
  );
  const body = others.join('\r\n\r\n');
  const isWhole = others.length > 0 && body.length >= Number(headers['content-length'] ?? 0);
  return isWhole
    ? { request: { line, headers, body, connection }, rest: '' }
    : { request: null, rest: text };
}
