/** The bodies whose signature was right. They are told apart by identity, not by content. */
const verified = new WeakSet<Uint8Array>();

/** Remembers that this very object carried a right signature. */
export function markVerified(body: Uint8Array): void {
  verified.add(body);
}

/** Whether {@link markVerified} has seen this very object. */
export function isVerified(body: Uint8Array): boolean {
  return verified.has(body);
}
