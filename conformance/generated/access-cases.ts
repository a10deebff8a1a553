import { assumptions, genericError, type Operation } from '@/lib/astra/contract';
import { type Case, exchange } from '../case';
import {
  type Expectation,
  refuses,
  refusesField,
  refusesGrant,
  refusesSomehow,
} from '../expectation';
import { operationsById } from '../operation-id';
import { person } from '../stage/people';
import type { Stage } from '../stage/stage';
import { basicOf, type WireRequest } from '../wire';
import type { Described } from './common-cases';

/** Who may ask, and how: credentials, method, type of answer, and ids that name nothing. */
export function accessCases(described: Described): Case[] {
  return [
    ...credentialCases(described),
    ...conventionCases(described),
    ...unknownIdCases(described),
    ...missingQueryCases(described),
  ];
}

function credentialCases({ id, operation }: Described): Case[] {
  if (operation.auth === 'none') return [];
  const refusal = (name: string, authorization: (stage: Stage) => Promise<string | null>) =>
    exchange({
      operation: id,
      name,
      arrange: authorization,
      request: (given) => ({ ...emptyBody(operation), authorization: given }),
      expect: unauthorized(operation),
    });
  if (operation.auth === 'user') {
    return [
      refusal('refuses a request without credentials', async () => null),
      refusal('refuses an access token that nobody was given', async () => 'Bearer made-up'),
      refusal('refuses the partner’s keys in place of a token', async ({ target }) =>
        basicOf(target),
      ),
    ];
  }
  return [
    refusal('refuses a request without credentials', async () => null),
    refusal('refuses a wrong client secret', async ({ target }) => basicOf(target, 'made-up')),
    refusal('refuses a person’s token in place of the partner’s keys', async (stage) => {
      const { accessToken } = await person(stage);
      return `Bearer ${accessToken}`;
    }),
  ];
}

function unauthorized(operation: Operation): Expectation {
  if (operation.path === '/v1/oauth/token') return refusesGrant('invalidClient');
  if (operation.form) return refusesSomehow(401);
  if (operation.auth === 'client') return refuses(401);
  const { status, description } = assumptions.badBearer;
  const sameWords = ({ description: said }: { description: string }) => said === description;
  return refuses(status, genericError.refine(sameWords, 'must say what a bad token gets'));
}

function conventionCases({ id, operation }: Described): Case[] {
  const ask = (name: string, request: WireRequest, status: number) =>
    exchange({
      operation: id,
      name,
      arrange: (stage) => credentialsFor(operation, stage),
      request: (credentials) => ({ ...credentials, ...request }),
      expect: refuses(status),
    });
  const method = unusedMethod(operation);
  return [
    ask(`answers 405 to ${method}`, { method }, 405),
    ask(
      'answers 406 to who wants HTML',
      { ...emptyBody(operation), headers: { accept: 'text/html' } },
      406,
    ),
  ];
}

function unknownIdCases({ id, operation, example }: Described): Case[] {
  if (!operation.path.includes('{')) return [];
  return [
    exchange({
      operation: id,
      name: 'answers 404 for an id that names nothing',
      sandbox: example.sandbox,
      arrange: async (stage) => ({
        // A valid body, where there is one: it must be the id that is refused.
        ...(operation.json ? (await example.prepare(stage)).request : {}),
        ...(await credentialsFor(operation, stage)),
      }),
      request: (request) => ({ ...request, params: {} }),
      expect: refuses(404),
    }),
  ];
}

/** A parameter that has to be there, where the endpoint has such. */
function missingQueryCases({ id, operation }: Described): Case[] {
  const required = Object.entries(operation.query?.shape ?? {})
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([name]) => name);
  if (required.length === 0) return [];
  return [
    exchange({
      operation: id,
      name: `needs ${required.join(' and ')} in the query`,
      arrange: (stage) => credentialsFor(operation, stage),
      request: (credentials) => credentials,
      expect: refusesField(...required),
    }),
  ];
}

/** What makes a request one of the right sender. */
export async function credentialsFor(operation: Operation, stage: Stage): Promise<WireRequest> {
  return operation.auth === 'user' ? { accessToken: (await person(stage)).accessToken } : {};
}

/** So that what is refused is the sender and not the lack of a body. */
function emptyBody(operation: Operation): WireRequest {
  if (operation.json) return { json: {} };
  return operation.form ? { form: {} } : {};
}

const methods = ['PUT', 'PATCH', 'DELETE', 'POST', 'GET'] as const;

/** A method that no endpoint on the same path takes. */
function unusedMethod({ host, path }: Operation): string {
  const neighbours = [...operationsById.values()].filter(
    (other) => other.host === host && couldBe(path, other.path),
  );
  const used = new Set<string>(neighbours.map((other) => other.method));
  return methods.find((method) => !used.has(method)) ?? 'OPTIONS';
}

/** Whether a path may be read as that template: `/v1/routines/book` is a `/v1/routines/{id}`. */
function couldBe(path: string, template: string): boolean {
  const pattern = template.replaceAll(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}
