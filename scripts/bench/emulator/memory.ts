import type { Bench, Measure } from '../measure';
import { fillWorld } from './fill-world';
import { runEmulator } from './run-emulator';

const transfers = 100_000;
const mebibyte = 2 ** 20;

/** What a world keeps in memory: with each transfer comes the routine that made it. */
export const memory: Measure = {
  name: 'memory',
  run: async (bench) => {
    const empty = await memoryOf(bench, 0);
    const full = await memoryOf(bench, transfers);
    const perTransfer = (full.heapUsed - empty.heapUsed) / transfers;
    const name = `${transfers.toLocaleString('en-US')} transfers and their routines`;
    return [
      { name: 'empty: objects', unit: 'MiB', values: [empty.heapUsed / mebibyte] },
      { name: 'empty: whole process', unit: 'MiB', values: [empty.rss / mebibyte] },
      { name: `${name}: objects`, unit: 'MiB', values: [full.heapUsed / mebibyte] },
      { name: `${name}: whole process`, unit: 'MiB', values: [full.rss / mebibyte] },
      { name: 'each transfer with its routine', unit: 'bytes', values: [perTransfer] },
    ];
  },
};

async function memoryOf(bench: Bench, count: number) {
  const dataDir = bench.newFolder();
  fillWorld(dataDir, count);
  const emulator = await runEmulator(bench, dataDir);
  const used = await emulator.memory();
  await emulator.stop();
  return used;
}
