import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

const open = new Set<Socket>();

/**
 * Keeps in mind which connections this process's servers have. Next shows its server to nobody, so
 * Node is asked to tell.
 *
 * @returns what to call when the process begins to stop: it then closes what would keep Next waiting,
 * which is every connection that a browser opened and has not used, and each other one as soon as its
 * request is answered. Without that, a browser that asks again on the same connection keeps it open.
 */
export function watchConnections(): () => void {
  subscribe('net.server.socket', keepInMind);
  subscribe('http.server.request.start', keepInMind);
  return letConnectionsGo;
}

function letConnectionsGo(): void {
  subscribe('http.server.request.start', (message) => {
    if (isFromHttp(message)) message.response.shouldKeepAlive = false;
  });
  subscribe('http.server.response.finish', (message) => {
    // Node counts a connection as idle only after it has told of the answer's end.
    if (isFromHttp(message)) setImmediate(() => message.server.closeIdleConnections());
  });
  for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
}

function keepInMind(message: unknown): void {
  if (typeof message !== 'object' || message === null || !('socket' in message)) return;
  const { socket } = message;
  if (!(socket instanceof Socket) || open.has(socket)) return;
  open.add(socket);
  socket.once('close', () => open.delete(socket));
}

type FromHttp = { response: ServerResponse; server: Server };

function isFromHttp(message: unknown): message is FromHttp {
  return (
    typeof message === 'object' &&
    message !== null &&
    'response' in message &&
    message.response instanceof ServerResponse &&
    'server' in message &&
    message.server instanceof Server
  );
}
