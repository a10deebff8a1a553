import type { Bench, Measure } from '../measure';
import { runBareServer } from '../run-bare-server';
import { fillWorld } from './fill-world';
import { runEmulator } from './run-emulator';

const routines = 100;

/** How long 30 days take by the emulator's clock, with 100 weekly routines: 500 payments. */
export const month: Measure = {
  name: 'month',
  run: async (bench) => {
    const receiver = await runBareServer(bench, 0);
    const heard: number[] = [];
    const unheard: number[] = [];
    for (let round = 0; round < bench.runs; round += 1) {
      heard.push(await monthWith(bench, `http://127.0.0.1:${receiver.port}/`));
      unheard.push(await monthWith(bench, null));
    }
    const name = `30 days with ${routines} weekly routines`;
    return [
      { name: `${name}, 1,000 webhooks delivered`, unit: 's', values: heard, goal: '≤ 2' },
      { name: `${name}, webhooks dropped`, unit: 's', values: unheard, goal: '≤ 2' },
    ];
  },
};

/** @param webhookUrl null drops the webhooks */
async function monthWith(bench: Bench, webhookUrl: string | null): Promise<number> {
  const dataDir = bench.newFolder();
  const { authorization, cardIds } = fillWorld(dataDir, 0);
  const emulator = await runEmulator(bench, dataDir, webhookUrl ?? undefined);
  await emulator.control('clock freeze', {});
  if (webhookUrl === null)
    await emulator.control('fault add', { kind: 'webhook_dropped', on: '*' });
  const body = JSON.stringify({
    type: 'recurring',
    frequency: 'weekly',
    payment_type: 'debit',
    name: 'Allowance',
    source_id: cardIds[0],
    destination_id: cardIds[1],
    amount: 5,
  });
  for (let made = 0; made < routines; made += 1) {
    const url = `http://127.0.0.1:${emulator.apiPort}/v1/routines`;
    const answer = await fetch(url, { method: 'POST', headers: { authorization }, body });
    if (answer.status !== 201) throw new Error(`A routine was answered ${answer.status}.`);
    await answer.text();
  }
  const startMs = performance.now();
  await emulator.control('clock advance', { to: '30d' });
  const seconds = (performance.now() - startMs) / 1_000;
  await emulator.stop();
  return seconds;
}
