import { setTimeout as pause } from 'node:timers/promises';
import type { Operation } from '@/lib/astra/contract';
import type { Target } from './targets/target';

/** A request as a case spells it out. What it leaves out follows from the endpoint. */
export type WireRequest = {
  /** What stands in the path's `{…}`. */
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number>>;
  json?: unknown;
  form?: Readonly<Record<string, string>>;
  /** A body that is neither. Sent as JSON. */
  text?: string;
  /** Whose request it is, on endpoints of persons. */
  accessToken?: string;
  /** In place of the endpoint's own scheme; null sends none. */
  authorization?: string | null;
  headers?: Readonly<Record<string, string>>;
  /** Headers made of the body's exact text. */
  sign?: (body: string) => Readonly<Record<string, string>>;
  method?: string;
  path?: string;
  host?: Operation['host'];
};

/** An answer as it came over the wire. `body` is its JSON, undefined when it is none. */
export type Answer = { status: number; headers: Headers; text: string; body: unknown };

const deadlineMs = 30_000;
const longestPauseMs = 60_000;

/**
 * Sends a request by hand, so that a mistake of our client is not made twice. An answer that asks
 * to slow down is obeyed: such a request was not carried out.
 */
export async function send(
  target: Target,
  operation: Operation,
  request: WireRequest,
): Promise<Answer> {
  const { url, init } = spellOut(target, operation, request);
  for (;;) {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(deadlineMs) });
    const answer = { status: response.status, headers: response.headers };
    const text = await response.text();
    if (response.status !== 429) return { ...answer, text, body: parseJson(text) };
    const seconds = Number(response.headers.get('retry-after') ?? 1);
    await pause(Math.min(Math.max(seconds, 1) * 1000, longestPauseMs));
  }
}

/** The partner's own credentials. */
export function basicOf({ clientId, clientSecret }: Target, secret = clientSecret): string {
  return `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
}

function spellOut(target: Target, operation: Operation, request: WireRequest) {
  const { params = {}, query = {}, host = operation.host, method = operation.method } = request;
  const path = (request.path ?? operation.path).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? 'nothing-of-this-id'),
  );
  const url = new URL(target.urls[host] + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));

  const headers = new Headers({ accept: 'application/json' });
  const authorization = authorizationOf(target, operation, request);
  if (authorization !== null) headers.set('authorization', authorization);
  const body = bodyOf(request);
  if (body) headers.set('content-type', body.type);
  const added = { ...(body && request.sign?.(body.text)), ...request.headers };
  for (const [name, value] of Object.entries(added)) headers.set(name, value);
  const init: RequestInit = {
    method,
    headers,
    redirect: 'manual',
    ...(body && { body: body.text }),
  };
  return { url, init };
}

function authorizationOf(target: Target, { auth }: Operation, request: WireRequest): string | null {
  if (request.authorization !== undefined) return request.authorization;
  if (auth === 'client') return basicOf(target);
  return request.accessToken === undefined ? null : `Bearer ${request.accessToken}`;
}

function bodyOf({ json, form, text }: WireRequest): { text: string; type: string } | null {
  if (form) {
    const encoded = new URLSearchParams(form).toString();
    return { text: encoded, type: 'application/x-www-form-urlencoded' };
  }
  if (text !== undefined) return { text, type: 'application/json' };
  return json === undefined ? null : { text: JSON.stringify(json), type: 'application/json' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
