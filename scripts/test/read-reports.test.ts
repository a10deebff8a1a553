import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../stack/settings';
import { readPlaywrightReport, readVitestReport } from './read-reports';

const vitestReport = (testResults: object[]) =>
  JSON.stringify({ numPassedTests: 3, numFailedTests: 1, testResults });

test('a failed test is told with its file, its sentence and the reason', () => {
  const assertion = {
    status: 'failed',
    fullName: 'one and one is two',
    failureMessages: ['\u001B[31mexpected 3 to be 2\u001B[39m'],
  };
  const file = { name: path.join(root, 'lib/sum.test.ts'), status: 'failed', message: '' };
  const passed = { status: 'passed', fullName: 'none is zero', failureMessages: [] };
  const report = vitestReport([{ ...file, assertionResults: [passed, assertion] }]);
  expect(readVitestReport(report)).toEqual({
    passed: 3,
    failed: 1,
    failures: [
      `  ✘ ${path.join('lib', 'sum.test.ts')} › one and one is two\n      expected 3 to be 2`,
    ],
  });
});

test('a file that cannot be loaded is told too', () => {
  const file = { name: '/elsewhere/a.test.ts', status: 'failed', message: 'No such module' };
  const { failures } = readVitestReport(vitestReport([{ ...file, assertionResults: [] }]));
  expect(failures).toEqual(['  ✘ /elsewhere/a.test.ts\n      No such module']);
});

test('a failed journey is told with what its page showed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'report-'));
  try {
    const context = path.join(folder, 'error-context.md');
    await writeFile(
      context,
      '# Error details\n\n```\nTimed out\n```\n\n# Page snapshot\n\n```yaml\n- heading "Cards"\n- text: None yet\n```\n',
    );
    const spec = (title: string, ok: boolean) => ({
      title,
      ok,
      file: 'cards.spec.ts',
      tests: [
        {
          results: [
            {
              errors: [{ message: 'Timed out' }],
              attachments: [{ name: 'error-context', path: context }],
            },
          ],
        },
      ],
    });
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 0 },
      suites: [{ specs: [spec('it works', true)], suites: [{ specs: [spec('it shows', false)] }] }],
    };
    expect(await readPlaywrightReport(JSON.stringify(report))).toEqual({
      passed: 1,
      failed: 1,
      failures: [
        '  ✘ cards.spec.ts › it shows\n      Timed out\n      - heading "Cards"\n      - text: None yet',
      ],
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
