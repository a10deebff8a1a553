import { z } from 'zod';
import { pagination } from './contract/assumptions';
import { genericError, oauthError, validationError } from './contract/errors';
import type { Operation } from './contract/operation';
import { operations } from './contract/operations';
import { signatureHeader, webhookEvent, webhookTypes } from './contract/webhooks';

type Json = Record<string, unknown>;

const hosts = {
  api: [
    { url: 'https://api-sandbox.astra.finance', description: 'Sandbox' },
    { url: 'https://api.astra.finance', description: 'Production' },
    { url: 'http://127.0.0.1:4010', description: 'The emulator' },
  ],
  secure: [
    { url: 'https://secure.api-sandbox.astra.finance', description: 'Sandbox' },
    { url: 'https://secure.api.astra.finance', description: 'Production' },
    { url: 'http://127.0.0.1:4011', description: 'The emulator' },
  ],
} as const;

/**
 * The contract as an OpenAPI 3.1 document, for tools and for partners on other stacks. It says what is
 * known of Astra's API, and marks what is assumed; it is not Astra's own.
 */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [resource, table] of Object.entries<Record<string, Operation>>(operations)) {
    for (const [name, operation] of Object.entries(table)) {
      const methods = (paths[operation.path] ??= {});
      methods[operation.method.toLowerCase()] = describe(resource, name, operation);
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Astra, as this repository knows it',
      version: '1.0.0',
      description:
        'Made from lib/astra/contract. Operations and schemas marked x-assumed are guesses where the documentation is silent.',
    },
    servers: hosts.api,
    paths,
    webhooks: { event: { post: describeWebhook() } },
    components: {
      securitySchemes: {
        client: { type: 'http', scheme: 'basic', description: 'client_id and client_secret' },
        user: { type: 'http', scheme: 'bearer', description: 'A person’s access token' },
      },
      schemas: {
        GenericError: schemaOf(genericError, 'output'),
        ValidationError: schemaOf(validationError, 'output'),
        OAuthError: schemaOf(oauthError, 'output'),
      },
    },
  };
}

function describe(resource: string, name: string, operation: Operation): Json {
  const { host, auth, page, status, response } = operation;
  const body = requestBody(operation);
  const parameters = [...pathParameters(operation), ...queryParameters(operation)];
  return {
    operationId: `${resource}.${name}`,
    tags: [resource],
    summary: page,
    ...(host === 'secure' && { servers: hosts.secure }),
    security: auth === 'none' ? [] : [{ [auth]: [] }],
    ...(operation.isAssumed && { 'x-assumed': true }),
    ...(operation.isLegacy && { deprecated: true }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: {
      [status]: {
        description: 'Success',
        headers: { 'request-id': { schema: { type: 'string' } } },
        ...(response && { content: json(schemaOf(response, 'output')) }),
      },
      default: { description: 'An error', content: json(errorSchema(operation)) },
    },
  };
}

function requestBody(operation: Operation): Json | null {
  const { json: asJson, form } = operation;
  if (asJson) return { required: true, content: json(schemaOf(asJson, 'input')) };
  if (!form) return null;
  const schema = schemaOf(form, 'input');
  return { required: true, content: { 'application/x-www-form-urlencoded': { schema } } };
}

function errorSchema({ form, json: asJson }: Operation): Json {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  if (form) return ref('OAuthError');
  return asJson ? { anyOf: [ref('GenericError'), ref('ValidationError')] } : ref('GenericError');
}

function pathParameters({ path }: Operation): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query, plural }: Operation): Json[] {
  const filters = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: schemaOf(schema, 'input'),
  }));
  const { cursorParameter, sizeParameter, maximumSize, defaultSize } = pagination;
  const paging = [
    { name: cursorParameter, in: 'query', schema: { type: 'string' } },
    {
      name: sizeParameter,
      in: 'query',
      schema: { type: 'integer', minimum: 1, maximum: maximumSize, default: defaultSize },
    },
  ].map((parameter) => ({ ...parameter, 'x-assumed': true }));
  return plural === undefined ? filters : [...filters, ...paging];
}

function describeWebhook(): Json {
  const schema = schemaOf(webhookEvent, 'output');
  return {
    summary: `One of ${webhookTypes.join(', ')}`,
    parameters: [
      {
        name: signatureHeader,
        in: 'header',
        required: true,
        description: 'Base64 of HMAC-SHA256 over the body, keyed with the client secret',
        schema: { type: 'string' },
      },
    ],
    requestBody: { required: true, content: json(schema) },
    responses: { 200: { description: 'Anything else counts as a failure' } },
  };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** Checks that look at several fields at once have no place in JSON Schema; they are left out. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
