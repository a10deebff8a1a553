import { requireDurableSettings } from '@/lib/db/require-durable-settings';
import { log } from '@/lib/log/logger';
import { startWorker } from './worker';

/** `npm run worker`: works on jobs until it is told to stop, then finishes those it has begun. */
async function main(): Promise<void> {
  await requireDurableSettings();
  const worker = await startWorker();
  const stop = () => {
    log().info('worker stops');
    worker.stop().catch((error: unknown) => log().error({ err: error }, 'worker did not stop'));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  log().info('worker works');
  await worker.stopped;
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
