import { z } from 'zod';
import { faultKind } from '../kind';
import { milliseconds } from './parameters';

/** How far the 99th percentile of a normal distribution lies from its middle. */
const z99 = 2.326;

/** Calls that take their time, in real milliseconds: the caller's deadline is real too. */
export const slowKinds = [
  faultKind({
    name: 'latency',
    group: 'slow',
    does: 'Waits before the work.',
    parameters: z.strictObject({ ms: milliseconds(1_000) }),
    call: ({ ms }) => ({ waitMs: () => ms }),
  }),
  faultKind({
    name: 'latency_spread',
    group: 'slow',
    does: 'Waits before the work, mostly briefly and now and then for long (log-normal).',
    parameters: z.strictObject({ median_ms: milliseconds(200), p99_ms: milliseconds(3_000) }),
    call: (given) => ({
      waitMs: ({ world: { random } }) => {
        const median = Math.max(given.median_ms, 1);
        const spread = Math.log(Math.max(given.p99_ms, median) / median) / z99;
        // Two even chances make one that is normally distributed (Box and Muller).
        const [one, two] = [1 - random.fraction(), random.fraction()];
        const normal = Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * two);
        return Math.round(median * Math.exp(spread * normal));
      },
    }),
  }),
  faultKind({
    name: 'breakpoint',
    group: 'slow',
    does: 'Holds the call before its work, or before its answer, until you release it.',
    parameters: z.strictObject({ at: z.enum(['before', 'after']).default('before') }),
    call: ({ at }) => ({ holds: at }),
  }),
];
