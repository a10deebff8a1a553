import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type Child, startChild } from './children';

const readyLine = z.object({ ready: z.literal(true), console: z.url(), mailbox: z.url() });

/** Starts the emulator; `ready` settles when it has said where it listens, or when asked to stop. */
export function waitForEmulator(
  words: string[],
  signal: AbortSignal,
): {
  child: Child;
  ready: Promise<z.infer<typeof readyLine>>;
} {
  let announce = (_line: string) => {};
  const firstLine = new Promise<string>((resolve) => {
    announce = resolve;
  });
  const child = startChild({ name: 'emulator', words, onLine: (line) => announce(line) });
  const ready = Promise.race([firstLine, failWhenEnded(child), failWhenAborted(signal)]).then(
    (line) => readyLine.parse(JSON.parse(line)),
  );
  return { child, ready };
}

const lookEveryMs = 100;
const patienceMs = 60_000;

/**
 * Waits until the app answers that it is healthy.
 *
 * @throws Error when a part ended meanwhile, and the signal's reason when asked to stop.
 */
export async function waitForApp(
  address: string,
  parts: readonly Child[],
  signal: AbortSignal,
): Promise<void> {
  const failure = Promise.race(parts.map(failWhenEnded));
  const healthy = async () => {
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      const answer = await fetch(`${address}/api/health`, { signal }).catch(() => null);
      if (answer?.ok) return;
      await delay(lookEveryMs, undefined, { signal });
    }
    throw new Error(`The app did not answer at ${address} within a minute.`);
  };
  await Promise.race([healthy(), failure]);
}

async function failWhenEnded(child: Child): Promise<never> {
  throw new Error(`${await child.ended}; it said why above.`);
}

function failWhenAborted(signal: AbortSignal): Promise<never> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
