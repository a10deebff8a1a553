import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorCode } from '../error-text';
import { Problem } from './problem';

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what cannot be read as HTTP, and ends the connection: no request ever comes of it. */
export function refuseBroken(error: Error, socket: Duplex, requestId: string): void {
  if (!socket.writable || errorCode(error) === 'ECONNRESET') return void socket.destroy();
  const status = statuses[errorCode(error) ?? ''] ?? 400;
  const problem = new Problem(status, 'The request could not be read as HTTP.');
  const body = JSON.stringify(problem.body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `request-id: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
