import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { spawnNode } from './spawn-node';

const twoPrograms = `
  import { runShown } from './scripts/stack/run-shown.ts';
  await runShown(['--eval', 'console.log("first"); setInterval(() => {}, 1000)']);
  await runShown(['--eval', 'console.log("second")']);`;

test('whoever is told to stop ends what is shown, and begins nothing after it', async () => {
  const runner = spawnNode(['--import', 'tsx', '--input-type', 'module', '--eval', twoPrograms], {
    output: 'pipe',
  });
  if (!runner.stdout) throw new Error('Nobody can hear this program.');
  const lines: string[] = [];
  createInterface({ input: runner.stdout }).on('line', (line) => {
    lines.push(line);
    runner.kill('SIGTERM');
  });
  expect(await once(runner, 'close')).toEqual([1, null]);
  expect(lines).toEqual(['first']);
});
