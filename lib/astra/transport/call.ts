import { z } from 'zod';
import { genericError, oauthError, validationError } from '../contract/errors';
import type { Operation } from '../contract/operation';
import type { AstraErrorKind } from '../errors';

/** What a call adds to its endpoint's description; the transport does the rest. */
export type CallInput<Called extends Operation, Output> = AuthOf<Called['auth']> &
  ParamsOf<Called['path']> &
  BodyOf<Called> & {
    query?: Record<string, string | number | undefined> | undefined;
    /** Headers made of the body's exact text, for endpoints that want it signed. */
    sign?: (body: string) => Record<string, string>;
    /** Reads the answer's JSON, or `undefined` when there is none in it. */
    response: z.ZodType<Output>;
  };

type AuthOf<Auth> = Auth extends 'user' ? { accessToken: string } : { accessToken?: never };

type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ParamsOf<Path> = [NamesIn<Path>] extends [never]
  ? { params?: never }
  : { params: Record<NamesIn<Path>, string> };

type BodyOf<Called> = Called extends { json: z.ZodType } | { form: z.ZodType }
  ? { body: object }
  : { body?: never };

/** A call as the transport works with it, whichever endpoint it is for. */
export type Call<Output> = {
  operation: Operation;
  accessToken?: string | undefined;
  params?: Record<string, string> | undefined;
  query?: Record<string, string | number | undefined> | undefined;
  body?: object | undefined;
  sign?: ((body: string) => Record<string, string>) | undefined;
  response: z.ZodType<Output>;
};

/**
 * For endpoints that say everything with their status. A body is ignored, but one that tells of an
 * error is no success, whatever the status in front of it: a gateway may have put it there.
 */
export const noContent = z
  .unknown()
  .refine((body) => !errorBodies.safeParse(body).success, 'This tells of an error.')
  .transform(() => undefined);

const failure = z.int().min(400);
const errorBodies = z.union([
  genericError.pick({ code: true }).extend({ code: failure }),
  validationError.pick({ status_code: true }).extend({ status_code: failure }),
  oauthError.pick({ error: true }),
]);

/** A call as the errors and the event hook name it. */
export type CallName = Pick<Operation, 'method' | 'auth'> & { pathTemplate: string };

/**
 * Whether making the call again by hand does nothing twice: reads, deleting by id, and setting
 * fields to given values. Only reads are repeated by the client itself.
 */
export function isIdempotent(method: CallName['method']): boolean {
  return method === 'GET' || method === 'DELETE' || method === 'PUT';
}

/** What {@link AstraConfig.onCall} is told after each attempt. Never a body, a token or an id. */
export type AstraCallEvent = {
  method: string;
  /** The path without its ids: `/v1/cards/{id}`. */
  pathTemplate: string;
  /** `upload`: an address that Astra gave for a document's bytes. */
  host: 'api' | 'secure' | 'upload';
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
