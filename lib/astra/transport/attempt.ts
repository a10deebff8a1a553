import type { Settings } from '../config';
import { rateLimit } from '../contract/assumptions';
import type { WireRequest } from './build-request';
import { readRetryAfter } from './error-from-response';

/** What the headers of an answer told, also when its body never came. */
export type Head = {
  status: number;
  requestId: string | undefined;
  retryAfterMs: number | undefined;
};

/** How one attempt ended: with a whole answer, or without one. */
export type Attempt =
  | { ended: 'answer'; head: Head; body: string }
  | { ended: 'timeout' | 'connection' | 'unreadable'; head: Head | undefined; error: unknown };

/** No answer of Astra's comes near this; what does is a mistake or an attack on our memory. */
export const largestAnswerBytes = 5 * 1024 * 1024;

class TimeIsUp extends Error {}
class Unreadable extends Error {}

/**
 * Sends a request once and reads the whole answer, within the time given. Never throws.
 *
 * @param isSecret tells what of the answer's headers must not be repeated anywhere.
 */
export async function attempt(
  settings: Settings,
  request: WireRequest,
  timeoutMs: number,
  isSecret: (text: string) => boolean,
): Promise<Attempt> {
  const stop = new AbortController();
  let head: Head | undefined;
  const exchange = async (): Promise<Attempt> => {
    // The signal also keeps React from answering a second read from its per-page memory.
    const response = await settings.fetch(request.url, { ...request.init, signal: stop.signal });
    head = readHead(response, isSecret);
    return { ended: 'answer', head, body: await readText(response) };
  };
  let timer: NodeJS.Timeout | undefined;
  // Raced rather than trusted to the signal: the time limit holds with any `fetch` given to us.
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new TimeIsUp();
      reject(error);
      stop.abort(error);
    }, timeoutMs);
  });
  try {
    return await Promise.race([exchange(), limit]);
  } catch (error) {
    if (error instanceof TimeIsUp) return { ended: 'timeout', head, error };
    return { ended: error instanceof Unreadable ? 'unreadable' : 'connection', head, error };
  } finally {
    clearTimeout(timer);
  }
}

function readHead(response: Response, isSecret: (text: string) => boolean): Head {
  const requestId = response.headers.get('request-id') ?? '';
  const isId = /^[\x21-\x7e]{1,200}$/.test(requestId) && !isSecret(requestId);
  return {
    status: response.status,
    // It goes to logs and to support; one that is not an id stays out of both.
    requestId: isId ? requestId : undefined,
    retryAfterMs: readRetryAfter(response.headers.get(rateLimit.retryAfterHeader)),
  };
}

async function readText(response: Response): Promise<string> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > largestAnswerBytes) {
      reader?.cancel().catch(() => undefined);
      throw new Unreadable('The answer is too large.');
    }
    chunks.push(read.value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Unreadable('The answer is not UTF-8.');
  }
}
