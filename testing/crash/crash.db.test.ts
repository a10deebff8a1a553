import { afterAll, expect, test } from 'vitest';
import { useEmulator } from '../astra/emulator';
import { madeRoutines } from '../astra/made-at-astra';
import { passTime } from '../astra/timeline';
import { createChance } from '../chance';
import { endProcess, spawnProgram } from '../processes/spawn-program';
import { sendUntilAnswered } from '../send-until-answered';
import { lookAtRuns, sentenceOf } from './look-at-runs';
import { planRuns, type Run } from './plan-runs';
import { askedSeeds } from './seeds';
import { sendBatch } from './send-batch';

const emulator = await useEmulator();
// Broken answers must come as Astra sends them: not through the proxy, which would mend some.
process.env['ASTRA_API_URL'] = emulator.api;

const worker = spawnProgram('worker');
afterAll(() => endProcess(worker));

/** How long a payment may stay undecided once Astra's list proves what became of it. */
const mostPatienceSeconds = 60;
const stepSeconds = 10;

test.each(askedSeeds())(
  'killed anywhere, its answer lost in any way, a payment has one routine or none, and is explained (seed %d)',
  async (seed) => {
    const chance = createChance(seed);
    const planned = await planRuns(emulator, chance);
    const runs = planned.flat().flatMap((batch) => batch.runs);
    expect(runs.length).toBeGreaterThanOrEqual(200);

    const [killed, struck]: [Run[], Run[]] = [[], []];
    await Promise.all(
      planned.map(async (batches) => {
        for (const batch of batches) {
          const met = await sendBatch(emulator, batch);
          killed.push(...met.killed);
          struck.push(...met.struck);
          expect((await lookAtRuns(emulator, runs)).problems).toEqual([]);
        }
      }),
    );
    expect(new Set(killed.map(({ line }) => line))).toEqual(new Set(runs.map(({ line }) => line)));

    expect(new Set(killed.map(({ form }) => form.order.direction)).size).toBe(4);
    expect(new Set([...killed, ...struck]).size).toBeGreaterThanOrEqual(200);

    // Counted is the time that is let pass here. A slow machine lets more pass, which proves nothing.
    const waited = new Map<Run, number>();
    for (;;) {
      const look = await lookAtRuns(emulator, runs);
      expect(look.problems).toEqual([]);
      const late = look.overdue.filter((run) => (waited.get(run) ?? 0) > mostPatienceSeconds);
      expect(late.map((run) => sentenceOf(run, 'is undecided for too long'))).toEqual([]);
      if (look.undecided === 0) break;
      await passTime(emulator, stepSeconds);
      for (const run of look.overdue) waited.set(run, (waited.get(run) ?? 0) + stepSeconds);
    }
    for (const { form } of runs) await sendUntilAnswered(form);

    const { payments, problems } = await lookAtRuns(emulator, runs);
    expect(problems).toEqual([]);
    expect(payments).toHaveLength(runs.length);
    const accepted = payments.filter(({ status }) => status === 'accepted');
    const payers = new Set(runs.map(({ payer }) => payer.astraUserId));
    const made = (await madeRoutines(emulator)).filter(({ userId }) => payers.has(userId));
    expect(new Set(made.map(({ id }) => id))).toEqual(
      new Set(accepted.map(({ routineAstraId }) => routineAstraId)),
    );
    expect(made).toHaveLength(accepted.length);
    console.log(
      `seed ${seed}: ${runs.length} payments, ${killed.length} senders killed on their way, ` +
        `${struck.length} calls or answers lost or spoilt, ` +
        `${made.length} routines, the rest provably none`,
    );
  },
  // Only to end what hangs: where much else runs, it takes several times as long.
  900_000,
);
