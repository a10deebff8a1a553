import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { runShown } from '../stack/run-shown';
import type { Tally } from './tally';

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
});

/** Unit and integration tests. */
export async function runUnitTests(): Promise<Tally> {
  console.log('\n── unit and integration');
  return runReported('unit and integration', async (report) => {
    const code = await runShown([
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    return async () => {
      const { numPassedTests, numFailedTests } = vitestReport.parse(await readJson(report));
      // A file that can't even be loaded has no failed test, but the run has failed.
      return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) };
    };
  });
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Journeys in a browser, against the production build. */
export async function runBrowserTests(): Promise<Tally> {
  console.log('\n── browser');
  return runReported('browser', async (report) => {
    const code = await runShown(['node_modules/playwright/cli.js', 'test'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    return async () => {
      const { stats } = playwrightReport.parse(await readJson(report));
      const failed = stats.unexpected + stats.flaky;
      return { passed: stats.expected, failed: Math.max(failed, code === 0 ? 0 : 1) };
    };
  });
}

type Counts = { passed: number; failed: number };

async function runReported(
  name: string,
  run: (report: string) => Promise<() => Promise<Counts>>,
): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), 'report-'));
  const startedAt = performance.now();
  try {
    const count = await run(path.join(folder, 'report.json'));
    // No report at all means that the runner itself failed.
    const counts = await count().catch(() => ({ passed: 0, failed: 1 }));
    return { name, ...counts, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
