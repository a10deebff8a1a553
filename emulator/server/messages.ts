import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** A request with its body read; what every handler gets. */
export type Request = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The fields of a submitted form; empty when the body is not a form. */
  readonly form: FormFields;
  /** The other end's address. */
  readonly remoteAddress: string;
  /** What a fault asks of the endpoint. */
  readonly hints: Map<'shift-pages', number>;
};

export type UploadedFile = { readonly name: string; readonly bytes: number };

export type FormFields = {
  /** The field as typed, trimmed; empty when it was not sent. */
  text(name: string): string;
  has(name: string): boolean;
  /** The file chosen in a file field; `undefined` when none was. */
  file(name: string): UploadedFile | undefined;
};

/** An answer. `stream` takes over the connection after the headers, for live updates. */
export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly stream?: (response: ServerResponse) => void;
  /** Work outside the transaction, for what takes time; its reply is the answer. */
  readonly later?: () => Promise<Reply>;
  /** How it travels, when not as it should. */
  readonly wire?: WireFault;
  /** What the request log says about it, such as the faults that struck. */
  readonly notes?: readonly string[];
};

/** An answer that does not arrive, or not whole, or not soon. */
export type WireFault = 'reset' | 'closed' | 'hang' | 'half' | { readonly bytesPerSecond: number };

/** Handlers run to the end without waiting, so that one request is one transaction. */
export type Handler = (request: Request) => Reply;

export function json(status: number, body: unknown): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

export function html(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

/** Sends the browser on with GET, so that reloading the next page repeats nothing. */
export function seeOther(location: string): Reply {
  return { status: 303, headers: { location }, body: '' };
}
