import { setTimeout as delay } from 'node:timers/promises';
import { type Stack, startStack } from './start-stack';

type RunOptions = Omit<Parameters<typeof startStack>[0], 'signal'> & {
  /** Printed once everything runs. */
  welcome: (addresses: Stack['addresses']) => string;
};

/** Runs a stack in this terminal until Ctrl-C, or until a part of it ends. */
export async function runStack(options: RunOptions): Promise<void> {
  const { signal, stopped } = listenForStop();
  const stack = await startStack({ ...options, signal }).catch(async (error: unknown) => {
    // Ctrl-C reaches the parts as well, and that one of them failed may be known here first.
    await delay(50);
    return signal.aborted ? null : fail(error);
  });
  if (!stack) return;

  process.stdout.write(options.welcome(stack.addresses));
  const reason = await Promise.race([stopped, stack.ended]);
  if (reason !== null) process.stderr.write(`\n${reason}; stopping the rest …\n`);
  await stack.stop();
  process.exitCode = reason === null ? 0 : 1;
}

/** From now on, Ctrl-C and the like end nothing by themselves: they ask to stop. */
function listenForStop(): { signal: AbortSignal; stopped: Promise<null> } {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => controller.abort());
  }
  const stopped = new Promise<null>((resolve) => {
    controller.signal.addEventListener('abort', () => {
      process.stderr.write('\nStopping …\n');
      resolve(null);
    });
  });
  return { signal: controller.signal, stopped };
}

function fail(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
