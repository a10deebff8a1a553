import type { IncomingMessage } from 'node:http';
import type { UnreadBody } from '@/lib/http/read-body';

/**
 * Reads the body of a request, up to a limit of size and of time. The same as `readBody` in `lib/http`,
 * for Node's own requests: turning each into a web stream first would cost more than all else.
 */
export function readIncoming(
  request: IncomingMessage,
  { maxBytes, timeoutMs }: { maxBytes: number; timeoutMs: number },
): Promise<Uint8Array | UnreadBody> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    return Promise.resolve('too_large');
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: Uint8Array | UnreadBody) => {
      clearTimeout(timer);
      request.off('data', take);
      resolve(result);
    };
    const timer = setTimeout(() => finish('incomplete'), timeoutMs);
    const take = (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > maxBytes) return finish('too_large');
      chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => finish(Buffer.concat(chunks)));
    // The sender went away half-way.
    request.once('close', () => finish('incomplete'));
    request.once('error', () => finish('incomplete'));
  });
}
