/** A day in milliseconds. */
const dayMs = 24 * 60 * 60_000;

/**
 * How many of these changes fall into the last so many days.
 *
 * @param newestFirst only as many are looked at as matter
 */
export function changesWithin(
  newestFirst: readonly { readonly createdMs: number }[],
  days: number,
  nowMs: number,
): number {
  return newestFirst.filter(({ createdMs }) => createdMs > nowMs - days * dayMs).length;
}
