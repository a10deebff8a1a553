import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isConforming } from './report';
import { type Run, runSuite } from './run';
import { startEmulatorTarget } from './targets/emulator';

let folder: string;
let run: Run;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-record-'));
  const target = await startEmulatorTarget();
  try {
    run = await runSuite(target, folder);
  } finally {
    await target.stop();
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the emulator conforms to what is known of Astra', () => {
  const failed = run.results
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ operation, name, why }) => `${operation} ${name}: ${why.join('; ')}`);
  expect(failed).toEqual([]);
  expect(isConforming(run.results, run.differences)).toBe(true);
});

test('the record of a run holds keys and types, and nothing that was sent', async () => {
  const text = await readFile(path.join(folder, 'emulator.json'), 'utf8');
  expect(text).toContain('last_four_digits');
  expect(text).not.toMatch(/Hillary|example\.com|5556|Bearer/);
});
