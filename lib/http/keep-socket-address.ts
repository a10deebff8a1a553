import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

const shared: typeof globalThis & { keepsSocketAddress?: boolean } = globalThis;

/**
 * For a server without a proxy before it: puts the address that each connection comes from in the
 * place of whatever the sender wrote into `X-Forwarded-For`. Next shows the app headers and no
 * socket, and believes a header that is there; so this happens before Next sees the request.
 */
export function keepSocketAddress(): void {
  if (shared.keepsSocketAddress) return;
  shared.keepsSocketAddress = true;
  subscribe('http.server.request.start', (message) => {
    const hasRequest = typeof message === 'object' && message !== null && 'request' in message;
    if (!hasRequest || !(message.request instanceof IncomingMessage)) return;
    message.request.headers['x-forwarded-for'] = message.request.socket.remoteAddress ?? '';
  });
}

/** Whether `X-Forwarded-For` is the socket's address in this process. */
export function keepsSocketAddress(): boolean {
  return shared.keepsSocketAddress === true;
}
