/**
 * Where a transfer may go from each status. `processed` is not the end: a bank may still return the
 * money, and then Astra is assumed to say `failed`.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  pending: ['processed', 'failed', 'cancelled'],
  processed: ['failed'],
  failed: [],
  cancelled: [],
};

/** A status that we don't know is shown as it is, so nothing is forbidden from or to it. */
export function isAllowedTransition(from: string, to: string): boolean {
  if (from === to) return true;
  const next = Object.hasOwn(allowed, from) ? allowed[from] : undefined;
  return !next || !Object.hasOwn(allowed, to) || next.includes(to);
}

/** The statuses from which a transfer does not get to this one. */
export function barredFrom(to: string): string[] {
  return Object.keys(allowed).filter((from) => !isAllowedTransition(from, to));
}
