import { runShown } from '../stack/run-shown';
import type { Tally } from './tally';

/** A program that is right or wrong as a whole, counted as one test. */
type Check = { run: () => Promise<Tally> };

export const checks: readonly Check[] = [
  check('format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  check('lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']),
  check('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  check('unused', ['node_modules/knip/bin/knip.js', '--no-progress']),
];

function check(name: string, words: string[]): Check {
  return {
    run: async () => {
      console.log(`\n── ${name}`);
      const startedAt = performance.now();
      const isRight = (await runShown(words)) === 0;
      const seconds = (performance.now() - startedAt) / 1000;
      return { name, passed: isRight ? 1 : 0, failed: isRight ? 0 : 1, seconds };
    },
  };
}
