import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

const notOurs = ['node_modules/**', '.next/**', '.data/**'];

export const shared = {
  resolve: {
    alias: {
      '@': root,
      // Throws in anything but Next's server build; tests are neither server nor browser.
      'server-only': path.join(root, 'node_modules/server-only/empty.js'),
    },
  },
};

/** Tests that start many processes, and kill them: beside others, they would only starve these. */
export const wholeRuns = [
  'testing/{chaos,crash}/**/*.db.test.ts',
  'testing/at-once/at-once.db.test.ts',
];

// Only there to end what hangs; some tests start processes, on busy machines too.
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

const programs = 'testing/processes/programs-setup.ts';

/** Tests with a database, each file with one of its own. */
export const withDatabase = {
  ...patience,
  globalSetup: [programs, 'testing/global-setup.ts'],
  setupFiles: ['testing/database-setup.ts'],
  pool: 'forks' as const,
};

export default defineConfig({
  test: {
    // Most tests wait for processes and databases most of their time. One less at a time than there
    // are processors, which is the default, would leave a small machine idle.
    maxWorkers: Math.max(4, availableParallelism()),
    projects: [
      {
        ...shared,
        test: {
          ...patience,
          name: 'unit',
          globalSetup: [programs],
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', ...notOurs],
        },
      },
      {
        ...shared,
        test: {
          ...withDatabase,
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: [...wholeRuns, ...notOurs],
        },
      },
    ],
  },
});
