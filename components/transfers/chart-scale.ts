/**
 * Where the edge of a chart is: the smallest of 1, 2, 5, 10, 20, 50 … dollars that nothing exceeds.
 *
 * @param mostCents the largest of what is drawn.
 */
export function chartEdge(mostCents: bigint): bigint {
  let step = 100n;
  for (;;) {
    for (const factor of [1n, 2n, 5n]) if (step * factor >= mostCents) return step * factor;
    step *= 10n;
  }
}

/** How high a bar is, of a hundred. What is not nothing can be seen. */
export function barHeight(cents: bigint, edgeCents: bigint): number {
  if (cents <= 0n) return 0;
  return Math.max(1, Number((cents * 10_000n) / edgeCents) / 100);
}
