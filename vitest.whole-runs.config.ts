import { defineConfig } from 'vitest/config';
import { shared, wholeRuns, withDatabase } from './vitest.config.ts';

// `npm test` runs these after all others, one at a time.
export default defineConfig({
  ...shared,
  test: { ...withDatabase, include: wholeRuns, maxWorkers: 1 },
});
