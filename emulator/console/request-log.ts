import type { Reply, Request } from '../server/messages';
import {
  mayHoldSecrets,
  redactDigits,
  redactHeaders,
  redactPath,
  redactQuery,
  redactTarget,
  redactText,
  withoutSecrets,
} from './redact';

/** One exchange, as the console shows it. Everything secret is blacked out before it gets here. */
export type LoggedRequest = {
  readonly id: string;
  readonly atMs: number;
  readonly site: 'api' | 'secure' | 'hosted';
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Path and query, encoded. */
  readonly target: string;
  /** Whose access token came with it; null without one. */
  readonly userId: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly responseBody: string;
  /** Faults that struck, and what strict mode has to say. */
  readonly notes: readonly string[];
};

/** Older ones are forgotten. */
export const keptRequests = 500;

/** The latest requests, in memory: a record for the person at the screen, not part of the state. */
export class RequestLog {
  readonly #ring: LoggedRequest[] = [];
  readonly #onAdd: () => void;
  readonly #secrets: () => readonly string[];
  #next = 0;

  /** @param secrets what must not be seen wherever a caller puts it: the client's secrets */
  constructor(onAdd: () => void, secrets: () => readonly string[]) {
    this.#onAdd = onAdd;
    this.#secrets = secrets;
  }

  add(entry: {
    site: LoggedRequest['site'];
    request: Request;
    reply: Reply;
    userId: string | null;
    atMs: number;
    durationMs: number;
  }): void {
    const { site, request, reply } = entry;
    // What people type into the hosted pages is theirs; only that a page was used is recorded.
    const isApi = site !== 'hosted';
    const secrets = this.#secrets();
    const clean = (text: string) => withoutSecrets(text, secrets);
    const headers = Object.entries(isApi ? redactHeaders(request.headers) : {});
    this.#ring[this.#next] = {
      id: request.id,
      atMs: entry.atMs,
      site,
      method: request.method,
      path: clean(redactPath(request.path)),
      query: clean(redactQuery(request.query)),
      target: clean(redactTarget(request.path, request.query)),
      userId: entry.userId,
      status: reply.status,
      durationMs: Math.round(entry.durationMs * 10) / 10,
      headers: Object.fromEntries(headers.map(([name, value]) => [name, clean(value)])),
      requestBody: isApi ? clean(redactText(request.body.toString('utf8'))) : '',
      responseBody: isApi ? clean(responseText(request.method, reply)) : '',
      notes: reply.notes ?? [],
    };
    this.#next = (this.#next + 1) % keptRequests;
    this.#onAdd();
  }

  /** Newest first. */
  latest(): LoggedRequest[] {
    return [...this.#ring.slice(this.#next), ...this.#ring.slice(0, this.#next)].reverse();
  }

  /** The latest made for a user, or with an id in it; newest first. */
  about(id: string, limit: number): LoggedRequest[] {
    const found: LoggedRequest[] = [];
    for (const row of this.latest()) {
      if (found.length === limit) break;
      if (isAbout(row, id)) found.push(row);
    }
    return found;
  }
}

/** Whether a request was made for this user, or names this id. */
export function isAbout(row: LoggedRequest, id: string): boolean {
  const texts = [row.target, row.requestBody, row.responseBody];
  return row.userId === id || row.id === id || texts.some((text) => text.includes(id));
}

/** Hardly anything that is read with GET is secret, and not parsing it keeps reading fast. */
function responseText(method: string, { status, body: sent = '' }: Reply): string {
  const body = String(sent);
  // Refusals repeat what the caller wrote.
  if (status >= 400) return redactDigits(redactText(body));
  return method === 'GET' && !mayHoldSecrets(body) ? body : redactText(body);
}
