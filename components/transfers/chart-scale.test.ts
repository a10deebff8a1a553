import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barHeight, chartEdge } from './chart-scale';

const sums = fc.bigInt({ min: 0n, max: 10n ** 25n });

test('every bar fits, and the highest reaches more than a third of the way', () => {
  fc.assert(
    fc.property(fc.array(sums, { minLength: 1 }), (all) => {
      const most = all.reduce((one, other) => (one > other ? one : other));
      const edge = chartEdge(most);
      for (const sum of all) {
        expect(barHeight(sum, edge)).toBeGreaterThanOrEqual(0);
        expect(barHeight(sum, edge)).toBeLessThanOrEqual(100);
        expect(barHeight(sum, edge) > 0).toBe(sum > 0n);
      }
      if (most >= 100n) expect(barHeight(most, edge)).toBeGreaterThan(33);
    }),
  );
});

test('the edge is a round amount', () => {
  expect([0n, 100n, 101n, 499n, 500_01n].map(chartEdge)).toEqual([
    100n,
    100n,
    200n,
    500n,
    100_000n,
  ]);
});

test('one cent beside a million can still be seen', () => {
  expect(barHeight(1n, chartEdge(100_000_000n))).toBe(1);
});
