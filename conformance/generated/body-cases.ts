import { z } from 'zod';
import { type Case, exchange } from '../case';
import { type Expectation, refusesField, refusesSomehow } from '../expectation';
import type { WireRequest } from '../wire';
import { credentialsFor } from './access-cases';
import type { Described } from './common-cases';

/** What is refused in a body, whichever endpoint it is for. */
export function bodyCases(described: Described): Case[] {
  const { operation } = described;
  if (operation.json) return jsonCases(described, operation.json);
  return operation.form ? [formCase(described)] : [];
}

const object = z.record(z.string(), z.unknown());

function jsonCases({ id, operation, example }: Described, schema: z.ZodType): Case[] {
  const { sandbox } = example;
  const bare = (name: string, request: WireRequest, expected: Expectation) =>
    exchange({
      operation: id,
      name,
      // Where the path has an id, it has to be a real one.
      arrange: async (stage) =>
        operation.path.includes('{')
          ? (await example.prepare(stage)).request
          : credentialsFor(operation, stage),
      ...(operation.path.includes('{') && { sandbox }),
      request: ({ json: _json, ...rest }) => ({ ...rest, ...request }),
      expect: expected,
    });
  const changed = (
    name: string,
    change: (body: Record<string, unknown>) => Record<string, unknown>,
    expected: (body: Record<string, unknown>) => Expectation,
  ) =>
    exchange({
      operation: id,
      name,
      sandbox,
      arrange: async (stage) => (await example.prepare(stage)).request,
      request: (request) => ({ ...request, json: change(object.parse(request.json)) }),
      expect: ({ json }) => expected(object.parse(json)),
    });
  const needed = fieldsMissingIn(schema);
  return [
    bare('refuses a body that is not JSON', { text: '{"name": ' }, refusesSomehow(400)),
    ...(needed.length > 0
      ? [bare('names what an empty body lacks', { json: {} }, refusesField(...needed))]
      : []),
    changed(
      'names a field that it does not know',
      (body) => ({ ...body, not_a_field: 'x' }),
      () => refusesField('not_a_field'),
    ),
    changed(
      'names a field that is null',
      (body) => ({ ...body, [firstKey(body)]: null }),
      (body) => refusesField(firstKey(body)),
    ),
  ];
}

function formCase({ id }: Described): Case {
  return exchange({
    operation: id,
    name: 'refuses an empty form',
    arrange: async () => ({}),
    request: () => ({ form: {} }),
    expect: refusesSomehow(400),
  });
}

/** What the contract itself misses in `{}`; nothing when `{}` is fine. */
function fieldsMissingIn(schema: z.ZodType): string[] {
  const result = schema.safeParse({});
  return result.success ? [] : result.error.issues.map(({ path }) => String(path[0]));
}

function firstKey(body: Record<string, unknown>): string {
  return Object.keys(body)[0] ?? '';
}
