import { requireDurableSettings } from '@/lib/db/require-durable-settings';
import { log } from '@/lib/log/logger';
import { stopOnSignal } from '@/lib/process/stop-on-signal';
import { startWorker } from './worker';

/** `npm run worker`: works on jobs until it is told to stop, then finishes those it has begun. */
async function main(): Promise<void> {
  await requireDurableSettings();
  const worker = await startWorker();
  stopOnSignal(() => {
    log().info('worker stops');
    worker.stop().catch((error: unknown) => log().error({ err: error }, 'worker did not stop'));
  });
  log().info('worker works');
  await worker.stopped;
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
