import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

const shared = {
  resolve: {
    alias: {
      '@': root,
      // Throws in anything but Next's server build; tests are neither server nor browser.
      'server-only': path.join(root, 'node_modules/server-only/empty.js'),
    },
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', 'node_modules/**', '.next/**', '.data/**'],
          // Only there to end what hangs; some tests start processes, on busy machines too.
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: ['node_modules/**', '.next/**', '.data/**'],
          globalSetup: ['testing/global-setup.ts'],
          setupFiles: ['testing/database-setup.ts'],
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
