import { type Stack, startStack } from './start-stack';

type RunOptions = Parameters<typeof startStack>[0] & {
  /** Printed once everything runs. */
  welcome: (addresses: Stack['addresses']) => string;
};

/** Runs a stack in this terminal until Ctrl-C, or until a part of it ends. */
export async function runStack(options: RunOptions): Promise<void> {
  let wanted: (reason: null) => void = () => {};
  const stopped = new Promise<null>((resolve) => {
    wanted = resolve;
  });
  // Before anything is started: Ctrl-C in the middle of a start must leave nothing behind.
  process.on('SIGINT', () => wanted(null));
  process.on('SIGTERM', () => wanted(null));
  process.on('SIGHUP', () => wanted(null));

  const starting = startStack(options);
  const stack = await Promise.race([starting, stopped]).catch(fail);
  if (!stack) {
    process.stderr.write('\nStopping …\n');
    await starting.then((late) => late.stop()).catch(() => undefined);
    return;
  }
  process.stdout.write(options.welcome(stack.addresses));
  const reason = await Promise.race([stopped, stack.ended]);
  process.stderr.write(reason === null ? '\nStopping …\n' : `\n${reason}; stopping the rest …\n`);
  await stack.stop();
  process.exitCode = reason === null ? 0 : 1;
}

function fail(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
