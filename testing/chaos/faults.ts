import { controlEmulator } from '../astra/control';
import type { Emulator } from '../astra/emulator';

/** What the app reads at Astra; of what it writes, only payments. */
const struckCalls = [
  'users.*',
  'userIntents.get',
  'cards.get',
  'cards.list',
  'accounts.*',
  'routines.*',
  'transfers.*',
];

/** Of a hundred calls, thirty fail or show how things were before. */
const callFaults = [
  { kind: 'unavailable', retry_after_seconds: 0, probability: 0.1 },
  { kind: 'reset', probability: 0.085 },
  // Few, because each holds a worker for as long as the app waits.
  { kind: 'hang', probability: 0.002 },
  { kind: 'stale_read', ms: 3_000, probability: 0.113 },
];

const webhookFaults = [
  { kind: 'webhook_dropped', probability: 0.3 },
  // Two chances of another copy: each event is sent one to three times.
  { kind: 'webhook_duplicated', probability: 0.5 },
  { kind: 'webhook_duplicated', probability: 0.5 },
  { kind: 'webhook_reordered', within_ms: 3_000 },
  { kind: 'webhook_reset', at: 'before', probability: 0.025 },
  { kind: 'webhook_reset', at: 'after', probability: 0.025 },
];

/** From now on a third of the webhooks never comes, and the others come in any order and number. */
export async function breakWebhooks(emulator: Emulator): Promise<void> {
  for (const fault of webhookFaults) await controlEmulator(emulator, 'fault add', fault);
}

/** From now on a third of the calls to Astra fails, or shows what was. */
export async function breakCalls(emulator: Emulator): Promise<void> {
  for (const on of struckCalls)
    for (const fault of callFaults) await controlEmulator(emulator, 'fault add', { ...fault, on });
}

/** From now on all is well again. */
export async function mendEverything(emulator: Emulator): Promise<void> {
  await controlEmulator(emulator, 'fault clear', {});
}
