import type { Measure } from '../measure';
import { fillWorld } from './fill-world';
import { runEmulator } from './run-emulator';

/** With as many routines, that is 1,000 objects. */
const transfers = 500;

/** How long it takes to keep a world, to begin an empty one, and to bring the kept one back. */
export const worlds: Measure = {
  name: 'worlds',
  run: async (bench) => {
    const dataDir = bench.newFolder();
    fillWorld(dataDir, transfers);
    const emulator = await runEmulator(bench, dataDir);
    const times = { save: [] as number[], reset: [] as number[], restore: [] as number[] };
    const timed = async (list: number[], round: number, name: string, given: object) => {
      const startMs = performance.now();
      await emulator.control(name, { ...given });
      // The first rounds warm up.
      if (round >= bench.runs) list.push(performance.now() - startMs);
    };
    for (let round = 0; round < bench.runs * 2; round += 1) {
      const snapshot = { name: `round-${round}` };
      await timed(times.save, round, 'snapshot save', snapshot);
      await timed(times.reset, round, 'reset', {});
      await timed(times.restore, round, 'snapshot restore', snapshot);
    }
    await emulator.stop();
    const of = 'of 1,000 objects, over HTTP';
    return [
      { name: `snapshot ${of}`, unit: 'ms', values: times.save, goal: '≤ 10' },
      { name: `reset ${of}`, unit: 'ms', values: times.reset, goal: '≤ 5' },
      { name: `restore ${of}`, unit: 'ms', values: times.restore, goal: '≤ 1,000' },
    ];
  },
};
