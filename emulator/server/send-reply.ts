import type { ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock';
import type { Reply } from './messages';

/** How often a trickling body gets its next bytes. */
const dripMs = 100;

/** Sends an answer, well or as badly as it asks for. */
export function sendReply(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  reply: Reply,
  clock: Clock,
): void {
  const { wire, status } = reply;
  if (wire === 'hang') return;
  if (wire === 'reset') return void response.socket?.resetAndDestroy();
  if (wire === 'closed') return void response.destroy();
  if (reply.stream !== undefined) {
    response.writeHead(status, { ...headers, ...reply.headers });
    if (response.req.method === 'HEAD') return void response.end();
    return reply.stream(response);
  }
  const body = Buffer.from(reply.body ?? '');
  // Without its length an answer would travel in chunks, as three writes instead of one.
  const length = status === 204 ? {} : { 'content-length': `${body.length}` };
  if (wire === undefined) {
    return void response.writeHead(status, { ...headers, ...reply.headers, ...length }).end(body);
  }
  response.writeHead(status, { ...headers, ...reply.headers, ...length });
  if (wire === 'half') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  } else {
    const step = Math.max(1, Math.round((wire.bytesPerSecond * dripMs) / 1_000));
    drip(response, body, step, clock);
  }
}

function drip(response: ServerResponse, body: Buffer, step: number, clock: Clock): void {
  if (response.destroyed) return;
  if (body.length <= step) return void response.end(body);
  response.write(body.subarray(0, step));
  clock.after(dripMs, () => drip(response, body.subarray(step), step, clock));
}
