import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error';
import type { Row } from './collection';

/** One changed row: collection, id, and the new row or null when it is gone. */
export type JournalChange = readonly [collection: string, id: string, row: Row | null];

const fileName = 'journal.jsonl';
/** Rows that share a line of a file that is written as a whole. */
const rowsPerLine = 500;

/**
 * The state on disk: one line for each request that changed something, holding all its changes.
 *
 * A line is written before the answer leaves, in one call, so killing the process loses nothing that
 * was answered and never leaves half a request behind. A world that is replaced as a whole gets a new
 * file, which takes the old one's name in one step.
 */
export class Journal {
  readonly #file: number;

  private constructor(file: number) {
    this.#file = file;
  }

  /** Hands every stored change to `replay`, oldest first. A torn last line was never answered. */
  static replay(dataDir: string, replay: (change: JournalChange) => void): void {
    const path = join(dataDir, fileName);
    if (!existsSync(path)) return;
    for (const change of readChanges(path)) replay(change);
  }

  /** Starts a new file from the rows that are left, which drops everything outdated. */
  static start(dataDir: string, rows: Iterable<JournalChange>): Journal {
    const path = join(dataDir, fileName);
    const file = writeChanges(`${path}.new`, rows);
    fsyncSync(file);
    renameSync(`${path}.new`, path);
    return new Journal(file);
  }

  /** Puts a file with these rows, or a copy of that file, in this one's place. */
  replace(dataDir: string, by: readonly JournalChange[] | string): Journal {
    const path = join(dataDir, fileName);
    if (typeof by === 'string') copyFileSync(by, `${path}.new`);
    const file =
      typeof by === 'string' ? openSync(`${path}.new`, 'a') : writeChanges(`${path}.new`, by);
    renameSync(`${path}.new`, path);
    closeSync(this.#file);
    return new Journal(file);
  }

  append(changes: readonly JournalChange[]): void {
    writeWhole(this.#file, `${JSON.stringify(changes)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Writes a file of changes, in the journal's form. @returns the open file */
export function writeChanges(path: string, changes: Iterable<JournalChange>): number {
  const file = openSync(path, 'w', 0o600);
  let rows: JournalChange[] = [];
  for (const change of changes) {
    if (rows.push(change) < rowsPerLine) continue;
    writeWhole(file, `${JSON.stringify(rows)}\n`);
    rows = [];
  }
  if (rows.length > 0) writeWhole(file, `${JSON.stringify(rows)}\n`);
  return file;
}

/** @throws StartError naming the line that is damaged; a torn last one is left out */
export function readChanges(path: string): JournalChange[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  lines.pop();
  return lines.flatMap((text, position) => parseLine(text, path, position + 1));
}

/** One `write` call may take only a part, when the disk is nearly full. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

function parseLine(text: string, path: string, number: number): JournalChange[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && value.every(isChange)) return value;
  } catch {
    // Falls through to the refusal below.
  }
  throw new StartError(
    `${path} is damaged at line ${number}. Move the folder away to start with an empty world.`,
  );
}

/** By hand, not by a schema: a world of a hundred thousand objects is read in a moment. */
function isChange(value: unknown): value is JournalChange {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [collection, id, row]: unknown[] = value;
  if (typeof collection !== 'string' || typeof id !== 'string') return false;
  return row === null || (typeof row === 'object' && row !== undefined && 'id' in row);
}
