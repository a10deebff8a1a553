import { createHash } from 'node:crypto';

/**
 * The bodies whose signature was right, and what they said then. They are told apart by identity, and
 * the bytes must still be the same: a buffer may be used again.
 */
const verified = new WeakMap<Uint8Array, string>();

/** Remembers that this very object, with these very bytes, carried a right signature. */
export function markVerified(body: Uint8Array): void {
  verified.set(body, digestOf(body));
}

/** Whether {@link markVerified} has seen this very object, and no byte of it has changed since. */
export function isVerified(body: Uint8Array): boolean {
  return verified.has(body) && verified.get(body) === digestOf(body);
}

function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64');
}
