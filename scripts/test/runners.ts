import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runShown } from '../stack/run-shown';
import { type Counts, readPlaywrightReport, readVitestReport } from './read-reports';
import type { Tally } from './tally';

/** How vitest is told to do them. */
export const wholeRuns = ['--config', 'vitest.whole-runs.config.ts'];

/** Unit and integration tests. */
export function runUnitTests(): Promise<Tally> {
  return runVitest('unit and integration', []);
}

/** Whole runs of the app, whose processes are killed at every line and at random. */
export function runWholeRuns(): Promise<Tally> {
  return runVitest('crashes and chaos', wholeRuns);
}

async function runVitest(name: string, options: readonly string[]): Promise<Tally> {
  console.log(`\n── ${name}`);
  return runReported(name, async (report) => {
    const code = await runShown([
      'node_modules/vitest/vitest.mjs',
      'run',
      ...options,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    return { code, counts: async () => readVitestReport(await readFile(report, 'utf8')) };
  });
}

/** Journeys in a browser, against the production build. */
export async function runBrowserTests(): Promise<Tally> {
  console.log('\n── browser');
  return runReported('browser', async (report) => {
    const code = await runShown(['node_modules/playwright/cli.js', 'test'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    return { code, counts: async () => readPlaywrightReport(await readFile(report, 'utf8')) };
  });
}

type Run = { code: number; counts: () => Promise<Counts> };

async function runReported(name: string, run: (report: string) => Promise<Run>): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), 'report-'));
  const startedAt = performance.now();
  try {
    const { code, counts } = await run(path.join(folder, 'report.json'));
    // No report at all means that the runner itself failed.
    const { passed, failed, failures } = await counts().catch(unreadable);
    return {
      name,
      passed,
      // A file that can't even be loaded has no failed test, but the run has failed.
      failed: Math.max(failed, code === 0 ? 0 : 1),
      failures,
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function unreadable(error: unknown): Counts {
  return { passed: 0, failed: 1, failures: [`  ✘ there is no report: ${String(error)}`] };
}
