import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../stack/settings';
import type { Bench, Figure, Measure } from './measure';

/** Runs one measure and leaves nothing behind, neither processes nor files. */
export async function runMeasure(measure: Measure, runs: number): Promise<Figure[]> {
  // Beside the other data of this project, so on the same kind of disk.
  const folder = path.join(root, '.data', 'bench', measure.name);
  const closings: (() => Promise<void> | void)[] = [];
  let folders = 0;
  const bench: Bench = {
    runs,
    atEnd: (close) => void closings.push(close),
    newFolder: () => {
      const made = path.join(folder, String((folders += 1)));
      mkdirSync(made, { recursive: true });
      return made;
    },
  };
  const end = async () => {
    for (const close of closings.splice(0).toReversed()) await close();
    rmSync(folder, { recursive: true, force: true });
  };
  // Not all that is started ends by itself with this process.
  const stop = () => void end().finally(() => process.exit(1));
  rmSync(folder, { recursive: true, force: true });
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await measure.run(bench);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await end();
  }
}
