import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Result } from '../play';
import type { Target } from '../targets/target';
import { shapeOf } from './shape';

const observed = z.object({
  status: z.number(),
  shape: z.record(z.string(), z.string()),
});

/** What a target answered, case by case: statuses, keys and types, and never a value. */
const targetRecord = z.object({
  target: z.enum(['emulator', 'sandbox']),
  /** Endpoints that it does not have. */
  missing: z.array(z.string()),
  cases: z.record(z.string(), z.record(z.string(), observed)),
});

export type TargetRecord = z.output<typeof targetRecord>;

/** What is kept of a run. Cases without an answer are left out. */
export function recordOf(
  target: Target['name'],
  missing: ReadonlySet<string>,
  results: readonly Result[],
): TargetRecord {
  const cases: TargetRecord['cases'] = {};
  for (const { operation, name, answers } of results) {
    const last = answers.at(-1);
    if (!last) continue;
    const shape = last.body === undefined ? {} : shapeOf(last.body);
    cases[operation] = { ...cases[operation], [name]: { status: last.status, shape } };
  }
  return { target, missing: [...missing], cases };
}

export async function writeRecord(folder: string, record: TargetRecord): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${record.target}.json`);
  await writeFile(file, `${JSON.stringify(record, null, 2)}\n`);
}

/** What an earlier run against this target left; null when there was none. */
export async function readRecord(
  folder: string,
  target: Target['name'],
): Promise<TargetRecord | null> {
  const text = await readFile(path.join(folder, `${target}.json`), 'utf8').catch(() => null);
  return text === null ? null : targetRecord.parse(JSON.parse(text));
}
