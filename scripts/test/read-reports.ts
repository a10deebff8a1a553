import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { root } from '../stack/settings';

/** What a report says: how many tests went how, and of each failed one its name and the reason. */
export type Counts = { passed: number; failed: number; failures: string[] };

/** Enough of a reason to begin with; the whole of it stands further up. */
const shownLines = 30;

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Reads what vitest's JSON reporter has written. */
export function readVitestReport(text: string): Counts {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(JSON.parse(text));
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that can't even be loaded has no test.
    if (status === 'failed' && failed.length === 0) return [entry(name, '', message)];
    return failed.map((test) => entry(name, test.fullName, test.failureMessages?.[0] ?? ''));
  });
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

const playwrightResult = z.object({
  errors: z.array(z.object({ message: z.string() })),
  attachments: z.array(z.object({ name: z.string(), path: z.string().optional() })),
});
const playwrightSuite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      file: z.string(),
      tests: z.array(z.object({ results: z.array(playwrightResult) })),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});
type PlaywrightSuite = z.infer<typeof playwrightSuite>;

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(playwrightSuite),
});

/** Reads what Playwright's JSON reporter has written, and what the page of a failed test showed. */
export async function readPlaywrightReport(text: string): Promise<Counts> {
  const { stats, suites } = playwrightReport.parse(JSON.parse(text));
  const failed = suites.flatMap(specsOf).filter(({ ok }) => !ok);
  const failures = failed.map(async ({ file, title, tests }) => {
    const result = tests.at(-1)?.results.at(-1);
    const page = result?.attachments.find(({ name }) => name === 'error-context')?.path;
    const shown = page ? await readFile(page, 'utf8').catch(() => '') : '';
    const reason = result?.errors.map(({ message }) => message).join('\n') ?? '';
    const outline = snapshotIn(shown);
    return [entry(file, title, reason), ...(outline ? [indent(outline)] : [])].join('\n');
  });
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    failures: await Promise.all(failures),
  };
}

function specsOf({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function entry(file: string, name: string, reason: string): string {
  const where = file.startsWith(root) ? file.slice(root.length + 1) : file;
  const all = stripVTControlCharacters(reason).trim().split('\n');
  const lines = all.filter((line) => !line.includes('node_modules')).slice(0, shownLines);
  return `  ✘ ${where}${name && ` › ${name}`}\n${indent(lines.join('\n'))}`;
}

/** The page's outline, as a screen reader would tell it, stands in a block of its own. */
function snapshotIn(context: string): string {
  const [, section = ''] = context.split('# Page snapshot');
  const [, snapshot = ''] = section.split(/```(?:yaml)?\n?/);
  return snapshot.trimEnd();
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '      ');
}
