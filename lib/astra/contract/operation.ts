import type { z } from 'zod';

/**
 * One endpoint of Astra's, as data. The client makes its calls of these, the emulator its routes,
 * and the conformance suite its table: there is one place to correct.
 */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` where an id goes: `/v1/cards/{id}`. */
  readonly path: `/v1/${string}`;
  /** `secure` takes full card and account numbers and nothing else. */
  readonly host: 'api' | 'secure';
  /** The partner itself (Basic), one person through a token (Bearer), or anybody. */
  readonly auth: 'client' | 'user' | 'none';
  readonly query?: z.ZodObject;
  /** What the body must be. Only the token endpoints take forms. */
  readonly json?: z.ZodType;
  readonly form?: z.ZodType;
  /** The array's name in the answer of a list, which comes in pages. */
  readonly plural?: string;
  /** The documented status of success. The client takes any 2xx. */
  readonly status: 200 | 201 | 204;
  /** Null where the status says everything. */
  readonly response: z.ZodType | null;
  /** The page of Astra's reference. */
  readonly page: string;
  /** The endpoint is known to exist, and its shape or its path is our assumption. */
  readonly isAssumed?: true;
  /** Gone from Astra's current reference; it may still answer. */
  readonly isLegacy?: true;
};

/** Checks the shape of a table of endpoints and keeps its exact types. */
export function defineOperations<const Table extends Record<string, Operation>>(
  table: Table,
): Readonly<Table> {
  return Object.freeze(table);
}
