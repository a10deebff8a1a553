import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { errorCode } from '../error-text';

/** Connections that are kept, so that a month of webhooks does not open thousands. */
export type Agents = { readonly http: HttpAgent; readonly https: HttpsAgent };

export function createAgents(): Agents {
  return { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
}

export function closeAgents({ http, https }: Agents): void {
  http.destroy();
  https.destroy();
}

/** The connection broke because it was asked for. */
class CutError extends Error {
  override message = 'The connection was cut.';
}

export type Answer = { readonly status: number; readonly start: string };

/**
 * Posts a body and reads the first `mostBytes` of the answer, following no redirect.
 *
 * @param options.cut breaks the connection in the middle of the body, or when the answer begins
 * @throws whatever broke the connection, or the signal's reason
 */
export function post(
  agents: Agents,
  url: string,
  options: {
    body: string;
    headers: Record<string, string>;
    signal: AbortSignal;
    mostBytes: number;
    cut?: 'before' | 'after' | undefined;
  },
): Promise<Answer> {
  const { body, signal, mostBytes, cut } = options;
  const headers = { ...options.headers, 'content-length': Buffer.byteLength(body) };
  const isSecure = url.startsWith('https:');
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      if (signal.aborted) reject(signal.reason);
      // The other side closed a kept connection just as it was used again: a new one will do.
      else if (sent.reusedSocket && errorCode(error) === 'ECONNRESET') {
        resolve(post(agents, url, options));
      } else reject(error);
    };
    const sent: ClientRequest = isSecure
      ? httpsRequest(url, { method: 'POST', headers, signal, agent: agents.https })
      : httpRequest(url, { method: 'POST', headers, signal, agent: agents.http });
    sent.on('error', fail).on('response', (response) => {
      if (cut === 'after') {
        sent.destroy(new CutError());
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = () => {
        const start = Buffer.concat(chunks).toString('utf8').slice(0, mostBytes);
        resolve({ status: response.statusCode ?? 0, start });
      };
      response.on('error', fail).on('end', finish);
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size < mostBytes) return;
        finish();
        response.destroy();
      });
    });
    if (cut === 'before') {
      sent.write(body.slice(0, Math.floor(body.length / 2)), () => sent.destroy(new CutError()));
    } else sent.end(body);
  });
}
