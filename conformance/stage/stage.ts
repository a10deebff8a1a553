import { z } from 'zod';
import { type Astra, createAstra } from '@/lib/astra';
import { type OperationId, operationOf } from '../operation-id';
import type { Target } from '../targets/target';
import { send, type WireRequest } from '../wire';

/** Where the cases play. */
export type Stage = {
  target: Target;
  /** Our client, pointed at the target. */
  astra: Astra;
  /** Endpoints that the target does not have. */
  missing: ReadonlySet<string>;
};

/** Thrown while arranging: what the case needs is made by an endpoint that is missing. */
export class MissingEndpoint extends Error {
  constructor(operation: string) {
    super(`waits for ${operation}`);
  }
}

export function createStage(target: Target, missing: ReadonlySet<string>): Stage {
  const { urls, clientId, clientSecret, redirectUri } = target;
  const astra = createAstra({
    apiUrl: urls.api,
    secureUrl: urls.secure,
    appUrl: urls.app,
    clientId,
    clientSecret,
    redirectUri,
    timeoutMs: 30_000,
  });
  return { target, astra, missing };
}

/**
 * Makes something that a case needs.
 *
 * @throws MissingEndpoint when the target cannot.
 * @throws Error when it would not; no value of the answer is repeated.
 */
export async function make<Schema extends z.ZodType>(
  stage: Stage,
  id: OperationId,
  request: WireRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (stage.missing.has(id)) throw new MissingEndpoint(id);
  const { status, body } = await send(stage.target, operationOf(id), request);
  const result = schema.safeParse(body);
  if (status < 300 && result.success) return result.data;
  throw new Error(`could not be arranged: ${id} answered ${status}`);
}

const withId = z.looseObject({ id: z.string() });

/** The same, for what has an id; returns that. */
export async function makeId(
  stage: Stage,
  operation: OperationId,
  request: WireRequest,
): Promise<string> {
  return (await make(stage, operation, request, withId)).id;
}

/** Makes something once per run, for all the cases that only look at it. */
export function once<Made>(
  makeIt: (stage: Stage) => Promise<Made>,
): (stage: Stage) => Promise<Made> {
  const made = new WeakMap<Stage, Promise<Made>>();
  return (stage) => {
    const known = made.get(stage) ?? makeIt(stage);
    made.set(stage, known);
    return known;
  };
}
