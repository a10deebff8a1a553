import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error';
import type { Row } from './collection';

/** One changed row: collection, id, and the new row or null when it is gone. */
export type JournalChange = readonly [collection: string, id: string, row: Row | null];

const line = z.array(
  z.tuple([z.string(), z.string(), z.looseObject({ id: z.string() }).nullable()]),
);

const fileName = 'journal.jsonl';

/**
 * The state on disk: one line for each request that changed something, holding all its changes.
 *
 * A line is written before the answer leaves, in one call, so killing the process loses nothing that
 * was answered and never leaves half a request behind.
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
    const lines = readFileSync(path, 'utf8').split('\n');
    const torn = lines.pop();
    if (torn !== undefined && torn !== '') lines.push('[]');
    lines.forEach((text, position) => {
      for (const change of parseLine(text, path, position + 1)) replay(change);
    });
  }

  /** Starts a new file from the rows that are left, which drops everything outdated. */
  static start(dataDir: string, rows: Iterable<JournalChange>): Journal {
    const path = join(dataDir, fileName);
    const file = openSync(`${path}.new`, 'w', 0o600);
    for (const row of rows) writeSync(file, `${JSON.stringify([row])}\n`);
    fsyncSync(file);
    renameSync(`${path}.new`, path);
    return new Journal(file);
  }

  append(changes: readonly JournalChange[]): void {
    writeWhole(this.#file, `${JSON.stringify(changes)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** One `write` call may take only a part, when the disk is nearly full. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

function parseLine(text: string, path: string, number: number): JournalChange[] {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    throw new StartError(
      `${path} is damaged at line ${number}. Move the folder away to start with an empty world.`,
    );
  }
}
