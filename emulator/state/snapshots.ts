import { closeSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type JournalChange, readChanges, writeChanges } from './journal';

const folder = 'snapshots';
const ending = '.jsonl';

/** What a snapshot may be called. */
export const snapshotName = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Keeps a world under a name, in place of an earlier one of that name. */
export function saveSnapshot(dataDir: string, name: string, rows: Iterable<JournalChange>): void {
  mkdirSync(join(dataDir, folder), { recursive: true, mode: 0o700 });
  const path = snapshotPath(dataDir, name);
  closeSync(writeChanges(`${path}.new`, rows));
  renameSync(`${path}.new`, path);
}

/** The rows of a kept world; `undefined` when there is none of that name. */
export function readSnapshot(dataDir: string, name: string): JournalChange[] | undefined {
  return listSnapshots(dataDir).includes(name)
    ? readChanges(snapshotPath(dataDir, name))
    : undefined;
}

export function listSnapshots(dataDir: string): string[] {
  try {
    return readdirSync(join(dataDir, folder))
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
      .sort();
  } catch {
    return [];
  }
}

/** The file of a snapshot. */
export function snapshotPath(dataDir: string, name: string): string {
  return join(dataDir, folder, `${name}${ending}`);
}
