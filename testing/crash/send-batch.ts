import { z } from 'zod';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { controlEmulator } from '../astra/control';
import type { Emulator } from '../astra/emulator';
import { addFault } from '../astra/faults';
import { sendUntilAnswered } from '../send-until-answered';
import { creatingCall } from './draw-order';
import type { Batch, Run } from './plan-runs';
import { runUntilKilled } from './run-process';

/**
 * Has a process of its own send these forms and be killed, and then sends every form once more, as
 * somebody does who saw no answer.
 *
 * @returns those whose sender was killed on its way, at the line of this batch, and those whose call,
 * or its answer, met with what was drawn for it.
 */
export async function sendBatch(
  emulator: Emulator,
  batch: Batch,
): Promise<{ killed: Run[]; struck: Run[] }> {
  const { line, runs, hasSecondTab } = batch;
  const faults = await Promise.all(runs.map((run) => addFaultOf(emulator, run)));
  const forms = runs.map(({ form }) => form);
  const printed = await runUntilKilled(
    'send-forms',
    [line, JSON.stringify(forms)],
    { line, arrivals: forms.length },
    // A second tab may be told to try again; what counts is that it does no harm.
    async () => hasSecondTab && Promise.allSettled(forms.map((form) => sendPayment(form))),
  );
  await Promise.all(forms.map(sendUntilAnswered));
  const hit = await faultsThatHit(emulator);
  for (const id of faults) if (id !== null) await controlEmulator(emulator, 'fault remove', { id });
  return {
    killed: runs.filter(({ form }) => !printed.includes(form.idempotencyKey)),
    struck: runs.filter((_, place) => hit.has(faults[place] ?? '')),
  };
}

const listed = z.array(z.looseObject({ id: z.string(), hits: z.number() }));

async function faultsThatHit(emulator: Emulator): Promise<Set<string>> {
  const faults = listed.parse(await controlEmulator(emulator, 'fault list', {}));
  return new Set(faults.filter(({ hits }) => hits > 0).map(({ id }) => id));
}

async function addFaultOf(emulator: Emulator, { way, payer, form }: Run): Promise<string | null> {
  if (!way.fault) return null;
  const on = creatingCall[form.order.direction];
  const once = { on, user: payer.astraUserId, count: 1 };
  return addFault(emulator, { ...way.fault, ...once });
}
