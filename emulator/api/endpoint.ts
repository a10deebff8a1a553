import type { z } from 'zod';
import { documentedAnswer, type Operation } from '../contract';
import { tooLarge } from '../server/body';
import { type Handler, json, type Reply, type Request } from '../server/messages';
import { Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { World } from '../world';
import { requireClient, requireUser } from './authenticate';
import { pagingParameters } from './paging';
import { readForm } from './read-form';
import { invalidFields, parseBody, parseFields } from './validate';

/** A request to one endpoint, checked against everything that the contract says of it. */
export type Input<Called extends Operation> = {
  readonly world: World;
  readonly request: Request;
  /** The person whose token it is; nobody on endpoints for the partner itself. */
  readonly user: Called['auth'] extends 'user' ? UserRow : null;
  readonly query: Called extends { query: z.ZodType } ? z.output<Called['query']> : null;
  readonly body: Called extends { json: z.ZodType }
    ? z.output<Called['json']>
    : Called extends { form: z.ZodType }
      ? z.output<Called['form']>
      : null;
  /** The `{id}` of the path, or whatever else stands in braces; empty without one. */
  readonly id: string;
};

/**
 * What an endpoint does: it returns the body of the documented success, or nothing where there is
 * none, and throws a Problem otherwise. It runs inside one transaction and never waits.
 */
export type Endpoint<Called extends Operation> = (input: Input<Called>) => unknown;

/** The host itself takes more, for pictures. */
const largestBodyBytes = 1_000_000;

/** Puts an endpoint behind its contract: authentication, body, query, status, and the answer. */
export function handlerOf<Called extends Operation>(
  world: World,
  operation: Called,
  endpoint: Endpoint<Called>,
): Handler {
  return (request) => {
    requireJsonAccepted(request);
    if (request.body.length > largestBodyBytes) throw tooLarge();
    const checked = {
      world,
      request,
      user: authenticate(world, operation, request),
      query: readQuery(world, operation, request),
      body: readRequestBody(world, operation, request),
      id: Object.values(request.params)[0] ?? '',
    };
    // Built from the very schemas that the type is derived from.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const answer = endpoint(checked as Input<Called>);
    if (world.strict) requireContract(operation, answer);
    return replyOf(operation, answer);
  };
}

function authenticate(world: World, operation: Operation, request: Request): UserRow | null {
  if (operation.auth === 'user') return requireUser(world, request);
  if (operation.auth === 'client') requireClient(world, operation, request);
  return null;
}

/** Filters are checked; a parameter that nobody documents is an error only in strict mode. */
function readQuery({ strict }: World, { query, plural }: Operation, request: Request): unknown {
  const given = new URLSearchParams(request.query);
  if (plural !== undefined) for (const name of pagingParameters) given.delete(name);
  const fields = Object.fromEntries(given);
  if (query === undefined) {
    const [unknown] = Object.keys(fields);
    if (strict && unknown !== undefined) throw invalidFields({ [unknown]: ['Unknown parameter.'] });
    return null;
  }
  return parseFields(query, fields, strict);
}

function readRequestBody(
  { strict }: World,
  { json: schema, form }: Operation,
  request: Request,
): unknown {
  if (form !== undefined) return readForm(form, request, strict);
  return schema === undefined ? null : parseBody(schema, request, strict);
}

/** The emulator leaving out what Astra prints is a bug of the emulator, and shows as one. */
function requireContract(operation: Operation, answer: unknown): void {
  const { method, path } = operation;
  const documented = documentedAnswer(operation);
  const wire: unknown = answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
  if (documented === null) {
    if (wire !== undefined) throw new Error(`${method} ${path} answers without a body.`);
    return;
  }
  const result = documented.safeParse(wire);
  if (!result.success) throw new Error(`${method} ${path}: ${result.error.message}`);
}

function replyOf(operation: Operation, answer: unknown): Reply {
  if (operation.status === 204) return { status: 204, body: '' };
  if (answer === undefined) {
    return { status: operation.status, headers: { 'content-type': 'application/json' }, body: '' };
  }
  const reply = json(operation.status, answer);
  // Only the endpoints that hand out tokens take forms.
  if (operation.form === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } };
}

/** Astra speaks JSON and says so with 406 to anybody who asks for something else. */
function requireJsonAccepted(request: Request): void {
  const accept = request.headers.accept ?? '*/*';
  if (!/\*\/\*|application\/(\*|json)/.test(accept)) {
    throw new Problem(406, 'The API answers in application/json only.');
  }
}
