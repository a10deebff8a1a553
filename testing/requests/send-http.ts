import { once } from 'node:events';
import { type Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { json } from 'node:stream/consumers';

type HttpRequest = {
  port: number;
  path: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Uint8Array;
  /** Sends the body in pieces and without its length. */
  inPieces?: boolean;
  /** Sends the body, and never an end. */
  neverEnds?: boolean;
  agent?: Agent;
};

/**
 * Sends a request as it stands here, headers that come twice and all, which `fetch` would mend.
 *
 * @throws Error when the connection ends without an answer.
 */
export async function sendHttp(options: HttpRequest): Promise<{ status: number; body: unknown }> {
  const { port, path, method = 'POST', headers = {}, body = '', agent } = options;
  const lengths =
    options.inPieces || options.neverEnds ? {} : { 'content-length': Buffer.byteLength(body) };
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { ...lengths, ...headers },
    ...(agent && { agent }),
  });
  const answered = once(sent, 'response');
  // A server that has answered may close before it has heard the rest.
  answered.catch(() => undefined);
  if (options.neverEnds) sent.write(body);
  else if (options.inPieces) writeInPieces(sent, Buffer.from(body));
  else sent.end(body);
  const [response]: IncomingMessage[] = await answered;
  if (!response) throw new Error('No answer came.');
  sent.on('error', () => undefined);
  const answer: unknown = await json(response).catch(() => null);
  if (options.neverEnds) sent.destroy();
  return { status: response.statusCode ?? 0, body: answer };
}

function writeInPieces(sent: { write: (piece: Buffer) => void; end: () => void }, body: Buffer) {
  const pieceBytes = 8192;
  for (let from = 0; from < body.length; from += pieceBytes) {
    sent.write(body.subarray(from, from + pieceBytes));
  }
  sent.end();
}
