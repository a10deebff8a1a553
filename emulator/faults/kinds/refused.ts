import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { assumptions } from '../../contract';
import { html, json, type Reply } from '../../server/messages';
import { faultKind } from '../kind';
import { location, none, seconds, status } from './parameters';

/** Astra's generic error. */
export function errorReply(code: number, headers: Record<string, string> = {}): Reply {
  const name = STATUS_CODES[code] ?? 'Error';
  const reply = json(code, { code, name, description: 'A fault was asked for here.' });
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

export function retryAfter(waitSeconds: number): Record<string, string> {
  return { [assumptions.rateLimit.retryAfterHeader]: `${waitSeconds}` };
}

/** The call has no effect at all; what the caller sees differs. */
export const refusedKinds = [
  faultKind({
    name: 'status',
    group: 'refused',
    does: 'Answers with any HTTP status and does nothing.',
    parameters: z.strictObject({ status: status(500) }),
    call: ({ status: code }) => ({ around: () => errorReply(code) }),
  }),
  faultKind({
    name: 'rate_limited',
    group: 'refused',
    does: 'Answers 429 with Retry-After and does nothing.',
    parameters: z.strictObject({ retry_after_seconds: seconds(1) }),
    call: (given) => ({ around: () => errorReply(429, retryAfter(given.retry_after_seconds)) }),
  }),
  faultKind({
    name: 'server_error',
    group: 'refused',
    does: 'Answers 500 and does nothing.',
    parameters: none,
    call: () => ({ around: () => errorReply(500) }),
  }),
  faultKind({
    name: 'unavailable',
    group: 'refused',
    does: 'Answers 503 with Retry-After and does nothing.',
    parameters: z.strictObject({ retry_after_seconds: seconds(5) }),
    call: (given) => ({ around: () => errorReply(503, retryAfter(given.retry_after_seconds)) }),
  }),
  faultKind({
    name: 'gateway_page',
    group: 'refused',
    does: "Answers 502 with a proxy's HTML page and does nothing.",
    parameters: none,
    call: () => ({
      around: () => html(502, '<html><body><h1>502 Bad Gateway</h1><hr>proxy</body></html>'),
    }),
  }),
  faultKind({
    name: 'redirect',
    group: 'refused',
    does: 'Redirects the call to another address and does nothing.',
    parameters: z.strictObject({
      location: location.default('/elsewhere'),
      status: status(302),
    }),
    call: (given) => ({
      around: () => ({ status: given.status, headers: { location: given.location }, body: '' }),
    }),
  }),
  faultKind({
    name: 'reset',
    group: 'refused',
    does: 'Resets the connection before anything is done.',
    parameters: none,
    call: () => ({ around: () => ({ status: 500, wire: 'reset' }) }),
  }),
  faultKind({
    name: 'closed',
    group: 'refused',
    does: 'Closes the connection without a word before anything is done.',
    parameters: none,
    call: () => ({ around: () => ({ status: 500, wire: 'closed' }) }),
  }),
  faultKind({
    name: 'hang',
    group: 'refused',
    does: 'Never answers and does nothing: the caller times out.',
    parameters: none,
    call: () => ({ around: () => ({ status: 500, wire: 'hang' }) }),
  }),
];
