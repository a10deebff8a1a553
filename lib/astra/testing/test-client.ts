import { type Astra, createAstra } from '../client';
import type { AstraConfig, AstraInternals } from '../config';
import { AstraError } from '../errors';
import { cents } from '../money';
import type { CreateRoutine } from '../resources/routine-requests';
import type { AstraCallEvent } from '../transport/call';

export const testSecret = 'a-client-secret-for-tests';
export const accessToken = 'an-access-token-for-tests';

/** A client that waits for nothing and writes down what its hook was told and how long it slept. */
export function testClient(
  url: string,
  config: Partial<AstraConfig> = {},
  internals: AstraInternals = {},
) {
  const events: AstraCallEvent[] = [];
  const sleeps: number[] = [];
  const astra: Astra = createAstra(
    {
      apiUrl: url,
      secureUrl: url,
      appUrl: url,
      clientId: 'a-client-id',
      clientSecret: testSecret,
      redirectUri: 'http://localhost:3000/callback',
      onCall: (event) => events.push(event),
      ...config,
    },
    {
      sleep: async (ms) => void sleeps.push(ms),
      random: () => 0.5,
      ...internals,
    },
  );
  return { astra, events, sleeps };
}

/** A client whose `fetch` gives these answers in turn; the last is repeated. Errors are thrown. */
export function scriptedClient(
  answers: readonly (() => Response | Error)[],
  config: Partial<AstraConfig> = {},
  internals: AstraInternals = {},
) {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    calls.push({ url: urlOf(input), init });
    const given = (answers[calls.length - 1] ?? answers.at(-1))?.();
    if (given instanceof Response) return given;
    throw given ?? new Error('No answer was scripted.');
  };
  return { ...testClient('http://localhost:1', { fetch, ...config }, internals), calls };
}

/** The address that a `fetch` was given. */
export function urlOf(input: string | URL | Request): string {
  return input instanceof Request ? input.url : new URL(input).href;
}

/** The body that a `fetch` was given; this client sends text only. */
export function textOf(init: RequestInit | undefined): string {
  return typeof init?.body === 'string' ? init.body : '';
}

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}) {
  return () => new Response(JSON.stringify(body), { status, headers });
}

export const aRoutine = {
  type: 'one-time',
  payment_type: 'debit',
  name: 'Lunch',
  source_id: 'card-1',
  destination_id: 'card-2',
  amount_cents: cents(499),
  client_correlation_id: 'ABCD1234',
} as const satisfies CreateRoutine;

/** The error that a call ends with, which has to be one of the client's own. */
export async function errorOf(call: Promise<unknown>): Promise<AstraError> {
  const outcome: unknown = await call.then(
    () => new Error('The call did not fail.'),
    (error: unknown) => error,
  );
  if (outcome instanceof AstraError) return outcome;
  throw outcome;
}
