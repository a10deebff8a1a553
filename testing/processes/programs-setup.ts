import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '@/scripts/stack/settings';
import { buildPrograms } from './build-programs';

/** Builds the programs that tests start, once for all projects of a run. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | void> {
  if (process.env['TEST_PROGRAMS'] !== undefined) return;
  const folder = path.join(root, '.data', `test-programs-${process.pid}`);
  process.env['TEST_PROGRAMS'] = await buildPrograms(folder);
  // Whoever watches changes what they are made of.
  project.onTestsRerun(async () => void (await buildPrograms(folder)));
  return () => rm(folder, { recursive: true, force: true });
}
