import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runShown } from './stack/run-shown';
import { wholeRuns } from './test/runners';

// `npm run test:crash -- --seeds 20`: payments whose senders are killed at every line, in as many
// worlds as asked for. What fails is repeated with `-- --seed` and the seed that was printed.
const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } });

process.exitCode = await runShown(
  ['node_modules/vitest/vitest.mjs', 'run', ...wholeRuns, 'testing/crash'],
  {
    CRASH_FIRST_SEED: values.seed ?? String(randomInt(1, 1_000_000)),
    CRASH_SEEDS: values.seeds ?? '1',
  },
);
