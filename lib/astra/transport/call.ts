import { z } from 'zod';
import type { AstraErrorKind } from '../errors';

/** Who is calling: the partner itself (Basic), or one person through a token (Bearer). */
export type CallAuth = 'client' | { accessToken: string };

/** One call to one endpoint, described as data; the transport does the rest. */
export type Call<Output> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for each of `params`: `/v1/cards/{id}`. */
  path: `/v1/${string}`;
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  /** `secure` takes full card and account numbers and nothing else. */
  host?: 'api' | 'secure';
  auth: CallAuth;
  body?: { json: object } | { form: Record<string, string> };
  /** Reads the answer's JSON, or `undefined` when there is none in it. */
  response: z.ZodType<Output>;
};

/** For endpoints that say everything with their status: whatever body comes is ignored. */
export const noContent = z.unknown().transform(() => undefined);

/** A call as the errors and the event hook name it. */
export type CallName = { method: Call<unknown>['method']; pathTemplate: string };

/**
 * Whether making the call again by hand does nothing twice: reads, and deleting by id. Only reads
 * are repeated by the client itself.
 */
export function isIdempotent(method: CallName['method']): boolean {
  return method === 'GET' || method === 'DELETE';
}

/** What {@link AstraConfig.onCall} is told after each attempt. Never a body, a token or an id. */
export type AstraCallEvent = {
  method: string;
  /** The path without its ids: `/v1/cards/{id}`. */
  pathTemplate: string;
  host: 'api' | 'secure';
  /** HTTP status, when there was an answer. */
  status?: number;
  durationMs: number;
  /** Astra's `request-id`, when there was an answer. */
  requestId?: string;
  /** 1 for the first; more when a read was repeated. */
  attempt: number;
  /** The kind of error the attempt ended with, when it did. */
  errorKind?: AstraErrorKind;
};
