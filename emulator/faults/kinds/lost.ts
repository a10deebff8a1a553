import { z } from 'zod';
import { html, type Reply } from '../../server/messages';
import { faultKind } from '../kind';
import { count, none, seconds, status, whole } from './parameters';
import { errorReply, retryAfter } from './refused';

const megabyte = 1_000_000;

/** Gives a JSON object more members; anything else stays as it is. */
function withMembers(reply: Reply, members: Readonly<Record<string, unknown>>): Reply {
  const body: unknown = parsed(String(reply.body ?? ''));
  if (typeof body !== 'object' || body === null) return reply;
  return { ...reply, body: JSON.stringify({ ...body, ...members }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The work is done and stays done; the caller does not learn it, or not in a form it expects. */
export const lostKinds = [
  faultKind({
    name: 'lost_timeout',
    group: 'lost',
    does: 'Does the work and never answers.',
    parameters: none,
    call: () => ({ after: (reply) => ({ ...reply, wire: 'hang' }) }),
  }),
  faultKind({
    name: 'lost_reset',
    group: 'lost',
    does: 'Does the work and resets the connection.',
    parameters: none,
    call: () => ({ after: (reply) => ({ ...reply, wire: 'reset' }) }),
  }),
  faultKind({
    name: 'lost_status',
    group: 'lost',
    does: 'Does the work and answers with any HTTP status.',
    parameters: z.strictObject({ status: status(503) }),
    call: ({ status: code }) => ({ after: () => errorReply(code) }),
  }),
  faultKind({
    name: 'lost_500',
    group: 'lost',
    does: 'Does the work and answers 500.',
    parameters: none,
    call: () => ({ after: () => errorReply(500) }),
  }),
  faultKind({
    name: 'lost_401',
    group: 'lost',
    does: 'Does the work and answers 401, as if the token were bad.',
    parameters: none,
    call: () => ({ after: () => errorReply(401) }),
  }),
  faultKind({
    name: 'lost_429',
    group: 'lost',
    does: 'Does the work and answers 429 with Retry-After.',
    parameters: z.strictObject({ retry_after_seconds: seconds(1) }),
    call: (given) => ({ after: () => errorReply(429, retryAfter(given.retry_after_seconds)) }),
  }),
  faultKind({
    name: 'lost_empty',
    group: 'lost',
    does: 'Does the work and answers with the right status and an empty body.',
    parameters: none,
    call: () => ({ after: (reply) => ({ ...reply, body: '' }) }),
  }),
  faultKind({
    name: 'lost_half',
    group: 'lost',
    does: 'Does the work, sends half of the answer and cuts the connection.',
    parameters: none,
    call: () => ({ after: (reply) => ({ ...reply, wire: 'half' }) }),
  }),
  faultKind({
    name: 'garbage',
    group: 'lost',
    does: 'Does the work and answers with bytes that are no JSON.',
    parameters: none,
    call: () => ({
      after: (reply) => ({ ...reply, body: Buffer.from([0x7b, 0xff, 0x00, 0x22, 0xc3, 0x28]) }),
    }),
  }),
  faultKind({
    name: 'wrong_type',
    group: 'lost',
    does: 'Does the work and answers with an HTML page and status 200.',
    parameters: none,
    call: () => ({ after: () => html(200, '<html><body>Welcome!</body></html>') }),
  }),
  faultKind({
    name: 'huge_body',
    group: 'lost',
    does: 'Does the work and answers with a body of many megabytes.',
    parameters: z.strictObject({ megabytes: count(20, 200) }),
    call: ({ megabytes }) => ({
      after: (reply) => withMembers(reply, { padding: 'x'.repeat(megabytes * megabyte) }),
    }),
  }),
  faultKind({
    name: 'unknown_fields',
    group: 'lost',
    does: 'Adds fields to the answer that nobody documents.',
    parameters: none,
    call: () => ({
      after: (reply) => withMembers(reply, { brand_new: { nested: [1, null, 'text'] } }),
    }),
  }),
  faultKind({
    name: 'unknown_status',
    group: 'lost',
    does: 'Answers with a status of the object that nobody documents.',
    parameters: z.strictObject({ value: z.string().min(1).default('brand_new_status') }),
    call: ({ value }) => ({ after: (reply) => withMembers(reply, { status: value }) }),
  }),
  faultKind({
    name: 'slow_body',
    group: 'slow',
    does: 'Does the work and lets the answer trickle.',
    parameters: z.strictObject({ bytes_per_second: whole.min(1).max(1_000_000).default(20) }),
    call: (given) => ({
      after: (reply) => ({ ...reply, wire: { bytesPerSecond: given.bytes_per_second } }),
    }),
  }),
];
