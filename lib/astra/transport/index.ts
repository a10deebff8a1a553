import type { Settings } from '../config';
import type { Operation } from '../contract/operation';
import { type AstraError, AstraRateLimitError, AstraServerError } from '../errors';
import { type Attempt, attempt } from './attempt';
import { buildRequest, type WireRequest } from './build-request';
import type { Call, CallInput, CallName } from './call';
import { readAttempt } from './read-attempt';
import { redactor, secretFinder, secretsIn } from './redact';
import { report } from './report';

/** The one way to Astra. */
export type Transport = <const Called extends Operation, Output>(
  operation: Called,
  input: CallInput<Called, Output>,
) => Promise<Output>;

const mostAttempts = 3;
const firstBackoffMs = 200;

/**
 * Makes the function through which every call goes: it builds the request, sends it, reads the
 * answer, and repeats what may be repeated.
 *
 * Repeated are reads that found no answer, a failing server or a full one, and calls of any kind
 * whose connection was never opened. A call that creates something is otherwise sent once.
 */
export function createTransport(settings: Settings): Transport {
  return async (operation, input) => {
    const call = { operation, ...input };
    const request = buildRequest(call, settings);
    const { method, path: pathTemplate, auth } = operation;
    const name: CallName = { method, pathTemplate, auth };
    const secrets = [...settings.secrets, ...secretsOf(call, request)];
    const redact = redactor(secrets);
    const isSecret = secretFinder(secrets);
    const elapsedMs = startStopwatch();
    const budgetMs = settings.timeoutMs * (operation.method === 'GET' ? 2 : 1);
    const remainingMs = () => budgetMs - elapsedMs();

    for (let number = 1; ; number += 1) {
      const attemptStarted = performance.now();
      const limitMs = Math.min(settings.timeoutMs, remainingMs());
      const ended = await attempt(settings, request, limitMs, isSecret);
      const reading = readAttempt(name, ended, input.response, redact);
      const error = 'error' in reading ? reading.error : undefined;
      const durationMs = Math.round(performance.now() - attemptStarted);
      report(settings, name, request.host, ended, { attempt: number, durationMs, error });
      if ('output' in reading) {
        rememberRequestId(reading.output, ended);
        return reading.output;
      }
      const { error: failure } = reading;
      const waitMs = retryDelay(failure, number, settings.random);
      if (waitMs === null || waitMs >= remainingMs()) throw failure;
      await settings.sleep(waitMs);
      // A timer may come late: the caller has given the call up by now, and may have acted on it.
      if (remainingMs() <= 0) throw failure;
    }
  };
}

/**
 * Measures how long something takes, also across a suspension of the computer, in which the steadier
 * of the two clocks may stand still: a call must not be sent once its caller has given it up.
 */
function startStopwatch(): () => number {
  const [tick, date] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - tick, Date.now() - date);
}

/** @returns how long to wait before the next attempt; null when there may be none. */
function retryDelay(error: AstraError, attempts: number, random: () => number): number | null {
  if (attempts >= mostAttempts || !error.retrySafe || error.outcomeUnknown) return null;
  // The whole wait is random, so that many clients which failed together do not return together.
  const jitterMs = random() * firstBackoffMs * 2 ** attempts;
  const asked = error instanceof AstraRateLimitError || error instanceof AstraServerError;
  return (asked && error.retryAfterMs !== undefined ? error.retryAfterMs : 0) + jitterMs;
}

function secretsOf<Output>({ accessToken, body }: Call<Output>, { init }: WireRequest): string[] {
  const secrets = accessToken === undefined ? [] : [accessToken];
  if (typeof init.body === 'string') secrets.push(init.body);
  return [...secrets, ...secretsIn(body)];
}

const requestIds = new WeakMap<object, string>();

function rememberRequestId(output: unknown, { head }: Attempt): void {
  if (typeof output === 'object' && output !== null && head?.requestId !== undefined) {
    requestIds.set(output, head.requestId);
  }
}

/** Lets what was made of an answer tell the answer's request id too. @returns `made` itself */
export function keepRequestId<Made extends object>(answer: object, made: Made): Made {
  const requestId = requestIds.get(answer);
  if (requestId !== undefined) requestIds.set(made, requestId);
  return made;
}

/**
 * Astra's `request-id` of the answer that a result came in, for a support case. Calls without a
 * result have none to ask for: `onCall` is told every call's.
 *
 * @param result the very object that a call returned: a result, tokens, a page of a list.
 */
export function requestIdOf(result: object): string | undefined {
  return requestIds.get(result);
}
