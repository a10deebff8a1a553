import { STATUS_CODES } from 'node:http';
import { json, type Reply } from './messages';

/** A refusal. Thrown by handlers, which also undoes whatever the request had changed. */
export class Problem extends Error {
  readonly status: number;
  /** The JSON body; Astra's generic error unless another form was given. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** For the request log. */
  readonly notes: readonly string[];

  constructor(
    status: number,
    description: string,
    options: {
      body?: Record<string, unknown>;
      headers?: Record<string, string>;
      notes?: readonly string[];
    } = {},
  ) {
    super(description);
    this.status = status;
    this.body = options.body ?? {
      code: status,
      name: STATUS_CODES[status] ?? 'Error',
      description,
    };
    this.headers = options.headers ?? {};
    this.notes = options.notes ?? [];
  }
}

/** The problem as an API answers it. */
export function problemAsJson(problem: Problem): Reply {
  const reply = json(problem.status, problem.body);
  return { ...reply, headers: { ...reply.headers, ...problem.headers }, notes: problem.notes };
}

/** Astra's words for an address that does not exist. */
export function notFound(): Problem {
  return new Problem(
    404,
    'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
  );
}
