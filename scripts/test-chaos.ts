import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runShown } from './stack/run-shown';
import { wholeRuns } from './test/runners';

// `npm run test:chaos -- --seeds 20`: events, reads, processes and the database broken in every way,
// in as many worlds as asked for, with the production build. Each begins with nothing. What fails is
// repeated with `-- --seed` and the seed that was printed; `--events 200` makes it short.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    events: { type: 'string', default: '10000' },
    server: { type: 'string', default: 'next' },
  },
});

const failed: number[] = [];
for (let place = 0; place < Number(values.seeds); place += 1) {
  const seed = Number(values.seed) + place;
  console.log(`\nSeed ${seed}`);
  const code = await runShown(
    ['node_modules/vitest/vitest.mjs', 'run', ...wholeRuns, 'testing/chaos'],
    {
      CHAOS_SEED: String(seed),
      CHAOS_EVENTS: values.events,
      CHAOS_SERVER: values.server,
    },
  );
  console.log(`Seed ${seed} ${code === 0 ? 'is green' : 'failed'}.`);
  if (code !== 0) failed.push(seed);
}
if (failed.length > 0) {
  console.log(`\nRepeat with --seed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
