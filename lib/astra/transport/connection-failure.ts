/**
 * Whether a failed fetch proves that no connection was ever opened, so that not one byte of the
 * request left. Only then may a call that creates something be sent again.
 *
 * A reset (`ECONNRESET`) proves nothing: the request may have been read and carried out.
 */
export function neverConnected(error: unknown): boolean {
  return causes(error).some((cause) => isRefusedConnection(cause));
}

/** The system's name for the failure, for the message: `ECONNREFUSED`. */
export function failureCode(error: unknown): string | undefined {
  for (const cause of causes(error).reverse()) {
    const { code } = cause;
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
  }
  return undefined;
}

/** These are said while looking up the name, connecting or checking the certificate; never later. */
const connectCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** An unreachable network can also end an open connection: then the failing step is not `connect`. */
const connectSteps = new Set(['connect', 'getaddrinfo']);

/** How far into an error's causes we look. */
const deepest = 8;

type Failure = { code?: unknown; syscall?: unknown; cause?: unknown; errors?: unknown };

function isRefusedConnection(failure: Failure, depth = 0): boolean {
  // A custom fetch may throw anything, also an error that holds itself. Too deep proves nothing.
  if (depth > deepest) return false;
  // Several addresses were tried: each of them must have failed to connect.
  if (Array.isArray(failure.errors)) {
    const each: unknown[] = failure.errors;
    return (
      each.length > 0 && each.every((one) => isFailure(one) && isRefusedConnection(one, depth + 1))
    );
  }
  return connectCodes.has(String(failure.code)) || connectSteps.has(String(failure.syscall));
}

/** The error and the chain of its causes, outermost first. */
function causes(error: unknown): Failure[] {
  const chain: Failure[] = [];
  let current = error;
  while (isFailure(current) && chain.length < deepest) {
    chain.push(current);
    current = current.cause;
  }
  return chain;
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null;
}
