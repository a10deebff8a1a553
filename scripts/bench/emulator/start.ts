import { watch } from 'node:fs';
import type { Bench, Figure, Measure } from '../measure';
import { fillWorld } from './fill-world';
import { runEmulator } from './run-emulator';

/** How long one waits for an emulator, from starting its process to its first answer. */
export const start: Measure = {
  name: 'start',
  run: async (bench) => [
    ...(await startsWith(bench, 0, 'empty world')),
    ...(await startsWith(bench, 100_000, '100,000 transfers')),
  ],
};

async function startsWith(bench: Bench, transfers: number, world: string): Promise<Figure[]> {
  const whole: number[] = [];
  const afterStore: number[] = [];
  const dataDir = bench.newFolder();
  const { authorization } = fillWorld(dataDir, transfers);
  // The first round only warms up.
  for (let round = 0; round <= bench.runs; round += 1) {
    const times = await timeOneStart(bench, dataDir, authorization);
    if (round === 0) continue;
    whole.push(times.whole);
    afterStore.push(times.afterStore);
  }
  return [
    { name: `start to first answer, ${world}`, unit: 'ms', values: whole },
    { name: '… of that, once its store is up', unit: 'ms', values: afterStore, goal: '≤ 100' },
  ];
}

async function timeOneStart(bench: Bench, dataDir: string, authorization: string) {
  let storeUpMs = Number.NaN;
  // The store has read everything when it puts its new journal in the place of the old one.
  const watcher = watch(dataDir, (_event, file) => {
    if (file === 'journal.jsonl') storeUpMs = performance.now();
  });
  const startMs = performance.now();
  const emulator = await runEmulator(bench, dataDir);
  const address = `http://127.0.0.1:${emulator.apiPort}/v1/user`;
  const { status } = await fetch(address, { headers: { authorization } });
  const endMs = performance.now();
  watcher.close();
  await emulator.stop();
  if (status !== 200) throw new Error(`The first answer was ${status}.`);
  return { whole: endMs - startMs, afterStore: endMs - storeUpMs };
}
