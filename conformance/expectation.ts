import { z } from 'zod';
import {
  assumptions,
  documentedAnswer,
  genericError,
  type Operation,
  oauthError,
  validationError,
} from '@/lib/astra/contract';
import type { Answer } from './wire';

/** What an answer has to be, beyond what every answer has to be. */
export type Expectation = {
  /** `documented`: the endpoint's own success. `refused`: a 4xx whose number nobody documents. */
  status: number | 'documented' | 'refused';
  /** Beyond the documented schema, on success; the whole of the body otherwise. */
  body?: z.ZodType;
  headers?: Readonly<Record<string, RegExp>>;
};

/** Any of the three documented error bodies. */
const anyError = z.union([genericError, validationError, oauthError]);

/** The documented success. @param body what more is true of this one. */
export function succeeds(body?: z.ZodType): Expectation {
  return { status: 'documented', ...(body && { body }) };
}

/** A refusal with Astra's ordinary error body. */
export function refuses(
  status: Expectation['status'],
  body: z.ZodType = genericError,
): Expectation {
  return { status, body };
}

/** A refusal in any of the documented shapes. */
export function refusesSomehow(status: Expectation['status']): Expectation {
  return { status, body: anyError };
}

/** A refusal that names this field, or one inside it. */
export function refusesField(...fields: readonly string[]): Expectation {
  const body = validationError.refine(
    ({ errors = {} }) =>
      Object.keys(errors).some((named) =>
        fields.some((field) => named === field || named.startsWith(`${field}.`)),
      ),
    { error: `must name the field ${fields.join(' or ')}`, path: ['errors'] },
  );
  return { status: assumptions.validationErrors.status, body };
}

/** The token endpoints' refusal. */
export function refusesGrant(kind: keyof typeof assumptions.tokenErrors): Expectation {
  const { status, error } = assumptions.tokenErrors[kind];
  return { status, body: oauthError.extend({ error: z.literal(error) }) };
}

/** What is wrong with an answer, one sentence each. None repeats a value of the answer. */
export function complaintsAbout(
  operation: Operation,
  answer: Answer,
  expected: Expectation,
): string[] {
  const isSuccess = expected.status === 'documented';
  return [
    ...statusComplaints(operation, answer, expected.status),
    ...headerComplaints(answer, { 'request-id': /\S/, ...expected.headers }),
    ...(isSuccess ? successComplaints(operation, answer) : []),
    ...(expected.body ? schemaComplaints(answer, expected.body) : []),
    ...codeComplaints(answer),
  ];
}

/**
 * What a success leaves out, or prints in another form than is documented. The client would read it
 * all the same, so {@link complaintsAbout} says nothing of it.
 */
export function departuresOf(operation: Operation, answer: Answer): string[] {
  const documented = documentedAnswer(operation);
  if (documented === null || answer.status !== operation.status) return [];
  return schemaComplaints(answer, documented);
}

/** 401 and the like mean that the case never got as far as the rule it is about. */
const refusalsOfAnotherKind = new Set([401, 405, 406, 429]);

function statusComplaints(
  { status: documented }: Operation,
  { status }: Answer,
  wanted: Expectation['status'],
): string[] {
  if (wanted === 'refused') {
    const isRefused = status >= 400 && status < 500 && !refusalsOfAnotherKind.has(status);
    return isRefused ? [] : [`answered ${status} and not with a refusal`];
  }
  const exact = wanted === 'documented' ? documented : wanted;
  return status === exact ? [] : [`answered ${status} and not ${exact}`];
}

function headerComplaints({ headers }: Answer, wanted: Readonly<Record<string, RegExp>>): string[] {
  return Object.entries(wanted)
    .filter(([name, pattern]) => !pattern.test(headers.get(name) ?? ''))
    .map(([name]) => `has no proper header ${name}`);
}

function successComplaints({ response, isAssumed }: Operation, answer: Answer): string[] {
  // Where Astra's answer is not known, an empty one and an empty object are both fine.
  if (response === null) return answer.text === '' || isAssumed ? [] : ['has a body'];
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  return [...(isJson ? [] : ['is not application/json']), ...schemaComplaints(answer, response)];
}

/** A list that is wrong in every entry says so in a few of them. */
const mostIssues = 4;

function schemaComplaints({ body }: Answer, schema: z.ZodType): string[] {
  const result = schema.safeParse(body);
  if (result.success) return [];
  const { issues } = result.error;
  const shown = issues.slice(0, mostIssues);
  return [
    ...shown.map(({ path, message }) => `${['body', ...path].join('.')}: ${message}`),
    ...(issues.length > shown.length ? [`and ${issues.length - shown.length} more`] : []),
  ];
}

/** An error body that carries its status says the same as the status line. */
function codeComplaints({ status, body }: Answer): string[] {
  const { success, data } = z
    .looseObject({ code: z.unknown(), status_code: z.unknown() })
    .partial()
    .safeParse(body);
  if (!success || status < 400) return [];
  return [data.code, data.status_code].some((code) => typeof code === 'number' && code !== status)
    ? ['has another status in its body']
    : [];
}
