import { allCases } from './cases';
import { findMissing } from './find-missing';
import { play, type Result } from './play';
import { compareRecords, type Difference } from './records/compare';
import { readRecord, recordOf, writeRecord } from './records/record';
import { createStage } from './stage/stage';
import type { Target } from './targets/target';

export type Run = { results: Result[]; differences: Difference[] };

/**
 * Plays every case against a target, one after another, writes down what was answered, and compares
 * that with what the other target answered at its last run.
 *
 * @param folder where the records are kept.
 */
export async function runSuite(target: Target, folder: string): Promise<Run> {
  const missing = await findMissing(target);
  const stage = createStage(target, missing);
  const results: Result[] = [];
  for (const each of allCases()) results.push(await play(stage, each));
  await writeRecord(folder, recordOf(target.name, missing, results));
  const emulator = await readRecord(folder, 'emulator');
  const sandbox = await readRecord(folder, 'sandbox');
  const compared = emulator && sandbox ? compareRecords(emulator, sandbox) : [];
  return { results, differences: [...departuresIn(results), ...compared] };
}

function departuresIn(results: readonly Result[]): Difference[] {
  return results
    .filter(({ departures }) => departures.length > 0)
    .map(({ operation, name, departures }) => ({ operation, name, sentences: departures }));
}
