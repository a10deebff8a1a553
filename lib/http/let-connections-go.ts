import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** The connections of this process's servers, with how many requests each has under way. */
const open = new Map<Socket, number>();

/**
 * Keeps in mind which connections this process's servers have. Next shows its server to nobody, so
 * Node is asked to tell.
 *
 * @returns what to call when the process begins to stop: it then closes what would keep Next waiting,
 * which is every connection on which nothing is under way, whether it was used before, never, or for half
 * a header; and each other one as soon as its request is answered. Without that, a browser that asks again
 * on the same connection keeps it open, and nobody looks at the time that a header takes any more.
 */
export function watchConnections(): () => void {
  subscribe('net.server.socket', keepInMind);
  subscribe('http.server.request.start', (message) => count(keepInMind(message), 1));
  subscribe('http.server.response.finish', (message) => count(keepInMind(message), -1));
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
  for (const [socket, underWay] of open) if (underWay === 0) socket.destroy();
}

/** @returns the connection that Node tells of. */
function keepInMind(message: unknown): Socket | null {
  if (typeof message !== 'object' || message === null || !('socket' in message)) return null;
  const { socket } = message;
  if (!(socket instanceof Socket)) return null;
  if (!open.has(socket) && !socket.destroyed) {
    open.set(socket, 0);
    socket.once('close', () => open.delete(socket));
  }
  return socket;
}

function count(socket: Socket | null, change: 1 | -1): void {
  const underWay = socket && open.get(socket);
  // What is answered may have begun before anybody counted.
  if (socket && underWay !== null && underWay !== undefined) {
    open.set(socket, Math.max(0, underWay + change));
  }
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
