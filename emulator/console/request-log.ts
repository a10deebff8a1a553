import type { Reply, Request } from '../server/messages';
import { redactHeaders, redactPath, redactQuery, redactText } from './redact';

/** One exchange, as the console shows it. Everything secret is blacked out before it gets here. */
export type LoggedRequest = {
  readonly id: string;
  readonly atMs: number;
  readonly site: 'api' | 'secure' | 'hosted';
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly durationMs: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly responseBody: string;
  /** Faults that struck, and what strict mode has to say. */
  readonly notes: readonly string[];
};

const keptRequests = 500;

/** The latest requests, in memory: a record for the person at the screen, not part of the state. */
export class RequestLog {
  readonly #ring: LoggedRequest[] = [];
  readonly #onAdd: () => void;
  #next = 0;

  constructor(onAdd: () => void) {
    this.#onAdd = onAdd;
  }

  add(entry: {
    site: LoggedRequest['site'];
    request: Request;
    reply: Reply;
    atMs: number;
    durationMs: number;
  }): void {
    const { site, request, reply } = entry;
    // What people type into the hosted pages is theirs; only that a page was used is recorded.
    const isApi = site !== 'hosted';
    this.#ring[this.#next] = {
      id: request.id,
      atMs: entry.atMs,
      site,
      method: request.method,
      path: redactPath(request.path),
      query: redactQuery(request.query),
      status: reply.status,
      durationMs: Math.round(entry.durationMs * 10) / 10,
      headers: isApi ? redactHeaders(request.headers) : {},
      requestBody: isApi ? redactText(request.body.toString('utf8')) : '',
      responseBody: isApi ? responseText(request.method, String(reply.body ?? '')) : '',
      notes: reply.notes ?? [],
    };
    this.#next = (this.#next + 1) % keptRequests;
    this.#onAdd();
  }

  /** Newest first. */
  latest(): LoggedRequest[] {
    return [...this.#ring.slice(this.#next), ...this.#ring.slice(0, this.#next)].reverse();
  }
}

/** Nothing that is read with GET is secret, and not looking keeps reading fast. */
function responseText(method: string, body: string): string {
  return method === 'GET' ? body : redactText(body);
}
