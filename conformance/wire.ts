import { setTimeout as pause } from 'node:timers/promises';
import type { Operation } from '@/lib/astra/contract';
import { SkipCase } from './skip-case';
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
const mostAttempts = 4;

/**
 * Sends a request by hand, so that a mistake of our client is not made twice. What only reads waits
 * and asks again when it is told to slow down.
 *
 * @throws SkipCase for 429 to anything else, which may have been carried out all the same, and to a
 * reader for the fourth time.
 */
export async function send(
  target: Target,
  operation: Operation,
  request: WireRequest,
): Promise<Answer> {
  const { url, init } = spellOut(target, operation, request);
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(deadlineMs) });
    const answer = { status: response.status, headers: response.headers };
    const text = await response.text();
    if (response.status !== 429) return { ...answer, text, body: parseJson(text) };
    if (!mayBeRepeated(request, init)) {
      throw new SkipCase('answered 429, and was not repeated: it may have been carried out');
    }
    if (attempt === mostAttempts) throw new SkipCase(`answered 429 ${mostAttempts} times`);
    await pause(pauseMs(response.headers.get('retry-after')));
  }
}

/** What reads, and what has no credentials to do more. */
function mayBeRepeated({ authorization }: WireRequest, { method }: RequestInit): boolean {
  return method === 'GET' || authorization === null;
}

/** Seconds; a second without a number of them. */
function pauseMs(retryAfter: string | null): number {
  const seconds = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) : 1;
  return Math.min(seconds * 1000, longestPauseMs);
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
